import './add-autofix.js';
import '../../../../server/src/engine-thread/engine-thread.js';
