/** What only the client knows of its surroundings; it says so when it starts, and again when it changes. */
export interface ClientState {
  /** Whether code of the workspace may be run. Nothing is, as long as the client does not say that it may. */
  isTrusted: boolean;
  /** Whether the editor has an extension that shows what ESLint finds. */
  isEslintShown: boolean;
  /** Whether the client asks for the diagnostics of the whole workspace, and means it. */
  readonly isWorkspaceShown: boolean;
}

/**
 * Reads what a client says in its initialize request. The rest of the options are the settings of a client that cannot be asked
 * for them; trust is never one of the settings, because a workspace may bring settings along.
 *
 * @param options the initialization options, whatever they are
 */
export function readInitializationOptions(options: unknown): { state: ClientState; section: unknown } {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    const state = { isTrusted: false, isEslintShown: false, isWorkspaceShown: false };
    return { state, section: options };
  }
  const { trusted, eslintExtension, workspaceDiagnostics, ...section } = options as Partial<
    Record<string, unknown>
  >;
  return {
    state: {
      isTrusted: trusted === true,
      isEslintShown: isActive(eslintExtension),
      isWorkspaceShown: workspaceDiagnostics === true,
    },
    section: Object.keys(section).length === 0 ? undefined : section,
  };
}

function isActive(extension: unknown): boolean {
  return (
    typeof extension === 'object' && extension !== null && 'active' in extension && extension.active === true
  );
}
