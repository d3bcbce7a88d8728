/**
 * How an edit of the editor deletes a folder. `folder` is no part of the editor's interface, but without it undo makes a file of
 * that name (`bulkFileEdits.ts` of VS Code, which is handed the options as they are).
 */
export const WHOLE_FOLDER = { recursive: true, ignoreIfNotExists: true, folder: true };
