;; What a user does in Emacs, step by step; run by test/clients/run-clients.ts after cancellation.el.  -*- lexical-binding: t -*-

(require 'cl-lib)

;; What the package typescript-mode brings, as far as Eglot asks for it: Emacs 28 has no mode for TypeScript.
(unless (fboundp 'typescript-mode)
  (define-derived-mode typescript-mode prog-mode "TypeScript")
  (add-to-list 'auto-mode-alist '("\\.ts\\'" . typescript-mode)))
(add-hook 'project-find-functions (lambda (_) (cons 'transient default-directory)))
(setq make-backup-files nil)

(defun scenario-report (&rest line)
  (write-region (concat (apply #'format line) "\n") nil (getenv "CLIENT_REPORT") t 'silent))

(defun scenario-wait (what find)
  (with-timeout (30 (error "Waited in vain for %s" what))
    (let (found)
      (while (not (setq found (funcall find)))
        (accept-process-output nil 0.02))
      found)))

(defun scenario-open (file)
  (find-file file)
  ;; What connects waits for the end of a command, and there is none in a batch.
  (run-hooks 'post-command-hook))

(defun scenario-findings ()
  (flymake-start)
  (flymake-diagnostics))

(defun scenario-report-finding (rule)
  (let ((finding (scenario-wait rule
                   (lambda ()
                     (cl-find-if (lambda (each) (string-match-p (concat "cancellation/" rule) (flymake-diagnostic-text each)))
                                 (scenario-findings))))))
    (goto-char (flymake-diagnostic-beg finding))
    (scenario-report "%s %d:%d cancellation/%s"
                     (string-remove-prefix "eglot-" (symbol-name (flymake-diagnostic-type finding)))
                     (line-number-at-pos) (1+ (current-column)) rule)))

(defun scenario-choose (title)
  "Choose what begins with TITLE from the menu that `eglot-code-actions' shows."
  (let ((last-nonmenu-event ?\r))
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt items &rest _)
                 (let ((titles (mapcar #'car items)))
                   (or (cl-find-if (lambda (each) (string-prefix-p title each)) titles)
                       (error "No \"%s\" among: %s" title (string-join titles ", ")))))))
      (call-interactively #'eglot-code-actions)))
  ;; A timer sends edits where Emacs is idle, which it never is in a batch.
  (eglot--signal-textDocument/didChange)
  (scenario-wait "the end of the finding" (lambda () (null (scenario-findings))))
  (scenario-report "gone")
  (save-buffer))

(defun scenario-hovered ()
  (let (hovered)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq hovered text)))
    (replace-regexp-in-string "\n" " " (scenario-wait "a hover" (lambda () hovered)))))

(condition-case failure
    (progn
      (scenario-open "fixed.ts")
      (scenario-report-finding "no-swallowed-abort")
      (scenario-choose "Throw `signal`")

      (scenario-open "disabled.ts")
      (scenario-report-finding "no-swallowed-abort")
      (scenario-choose "Disable")

      (scenario-open "typed.ts")
      (scenario-report-finding "forward-abort-signal")

      (goto-char (point-min))
      (search-forward "AbortSignal")
      (search-backward "signal:")
      (scenario-report "hover %s" (scenario-hovered)))
  (error (scenario-report "failed %s" (error-message-string failure))))
(ignore-errors (eglot-shutdown (eglot-current-server)))
