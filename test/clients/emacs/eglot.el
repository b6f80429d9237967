(require 'eglot)

(add-to-list 'eglot-server-programs
             '((js-mode js-ts-mode typescript-mode typescript-ts-mode tsx-ts-mode)
               . ("cancellation-language-server" "--stdio")))

(setq-default eglot-workspace-configuration
              '(:cancellation (:rules (:cancellation/forward-abort-signal "warn"))))

(dolist (hook '(js-mode-hook js-ts-mode-hook typescript-mode-hook
                typescript-ts-mode-hook tsx-ts-mode-hook))
  (add-hook hook #'eglot-ensure))
