import './styles/page.css';
import './styles/tabs.css';
import './styles/tools.css';
import './styles/problems.css';
import { h } from './dom';
import { Frame } from './frame';
import type { FromPage, PageState, ToPage } from './messages';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

/** Listens to the extension; the frame does the rest. */
function start(): void {
  const vscode = acquireVsCodeApi();
  const root = document.getElementById('preview') as HTMLElement;
  const frame = new Frame({
    state: vscode.getState(),
    post: (message) => vscode.postMessage(message),
    keep: (state) => vscode.setState(state),
  });
  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    switch (data.type) {
      case 'show':
        frame.show(data);
        if (frame.element.parentElement !== root) root.replaceChildren(frame.element);
        break;
      case 'open':
        frame.open(data.section, data.shows);
        break;
      case 'caret':
        frame.caret(data);
        break;
      case 'gone':
        root.replaceChildren(h('p', { class: 'gone', role: 'status' }, data.text));
        break;
    }
  });
  window.addEventListener('resize', () => frame.resize());
  frame.start();
}

start();
