import * as vscode from 'vscode';

/**
 * The page of a preview: empty but for its script and style, which are the only things that it may load. No text of a job is
 * ever in it.
 */
export function previewHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const uri = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(scripts(extensionUri), file));
  const nonce = globalThis.crypto.randomUUID();
  const policy = `default-src 'none'; img-src data:; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="UTF-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${uri('preview.css')}">
    <title>Job preview</title>
  </head>
  <body>
    <main id="preview"></main>
    <script nonce="${nonce}" src="${uri('preview.js')}"></script>
  </body>
</html>`;
}

/** What the page may load files from. */
export function scripts(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}
