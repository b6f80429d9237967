;; What a user does in Emacs, step by step; run by test/clients/run-clients.ts after what a user writes.  -*- lexical-binding: t -*-

(require 'cl-lib)

;; What the package typescript-mode brings, as far as clients ask for it: Emacs 28 has no mode for TypeScript.
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

;; with-eglot.el and with-lsp-mode.el say how it is done: `scenario-findings' are lists of rule, severity and position.

(defun scenario-report-finding (rule)
  (let ((finding (scenario-wait rule (lambda () (assoc rule (scenario-findings))))))
    (goto-char (nth 2 finding))
    (scenario-report "%s %d:%d %s" (nth 1 finding) (line-number-at-pos) (1+ (current-column)) rule)))

(defun scenario-choose (title)
  "Choose what begins with TITLE from the menu of code actions."
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_prompt items &rest _)
               (let ((titles (all-completions "" items)))
                 (or (cl-find-if (lambda (each) (string-prefix-p title each)) titles)
                     (error "No \"%s\" among: %s" title (string-join titles ", ")))))))
    (scenario-call-menu))
  ;; A timer sends edits where Emacs is idle, which it never is in a batch.
  (scenario-send-edits)
  (scenario-wait "the end of the finding" (lambda () (null (scenario-findings))))
  (scenario-report "gone")
  (save-buffer))

(condition-case failure
    (progn
      (scenario-open "fixed.ts")
      (scenario-report-finding "cancellation/no-swallowed-abort")
      (scenario-choose "Throw `signal`")

      (scenario-open "disabled.ts")
      (scenario-report-finding "cancellation/no-swallowed-abort")
      (scenario-choose "Disable")

      (scenario-open "typed.ts")
      (scenario-report-finding "cancellation/forward-abort-signal")

      (goto-char (point-min))
      (search-forward "AbortSignal")
      (search-backward "signal:")
      (scenario-report "hover %s" (replace-regexp-in-string "\n" " " (scenario-hover))))
  (error (scenario-report "failed %s" (error-message-string failure))))
