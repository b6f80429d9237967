import './add-autofix.js';
import '../../../../server/src/main.js';
