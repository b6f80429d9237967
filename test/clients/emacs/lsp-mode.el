(require 'lsp-mode)

(lsp-register-custom-settings
 '(("cancellation.rules" ((cancellation/forward-abort-signal . "warn")))))

(lsp-register-client
 (make-lsp-client
  :new-connection (lsp-stdio-connection '("cancellation-language-server" "--stdio"))
  :activation-fn (lsp-activate-on "javascript" "javascriptreact" "typescript" "typescriptreact")
  :add-on? t
  :server-id 'cancellation))

(dolist (hook '(js-mode-hook js-ts-mode-hook typescript-mode-hook
                typescript-ts-mode-hook tsx-ts-mode-hook))
  (add-hook hook #'lsp))
