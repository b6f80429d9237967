;; How scenario.el uses lsp-mode.  -*- lexical-binding: t -*-

(setq lsp-auto-guess-root t
      lsp-enable-file-watchers nil
      lsp-restart 'ignore
      lsp-diagnostics-provider :flymake)

(defun scenario-findings ()
  (mapcar (lambda (finding)
            (let ((start (lsp:range-start (lsp:diagnostic-range finding))))
              (list (lsp:diagnostic-code? finding)
                    (if (eql (lsp:diagnostic-severity? finding) 1) "error" "warning")
                    (lsp--position-to-point start))))
          (gethash buffer-file-name (lsp-diagnostics))))

(defun scenario-call-menu ()
  (call-interactively #'lsp-execute-code-action))

(defun scenario-send-edits ()
  (lsp--flush-delayed-changes))

(defun scenario-hover ()
  (lsp--render-on-hover-content
   (lsp:hover-contents (lsp-request "textDocument/hover" (lsp--text-document-position-params))) t))
