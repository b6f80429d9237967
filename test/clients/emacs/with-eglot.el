;; How scenario.el uses Eglot.  -*- lexical-binding: t -*-

(defun scenario-findings ()
  (flymake-start)
  (mapcar (lambda (finding)
            (list (and (string-match "cancellation/[a-z-]+" (flymake-diagnostic-text finding))
                       (match-string 0 (flymake-diagnostic-text finding)))
                  (string-remove-prefix "eglot-" (symbol-name (flymake-diagnostic-type finding)))
                  (flymake-diagnostic-beg finding)))
          (flymake-diagnostics)))

(defun scenario-call-menu ()
  (let ((last-nonmenu-event ?\r))
    (call-interactively #'eglot-code-actions)))

(defun scenario-send-edits ()
  (eglot--signal-textDocument/didChange))

(defun scenario-hover ()
  (let (hovered)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq hovered text)))
    (scenario-wait "a hover" (lambda () hovered))))
