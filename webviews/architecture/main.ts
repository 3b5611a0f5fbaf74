import { createApp } from './app';
import { connectHost } from './host';
import './style.css';

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no place for the panel');
const host = connectHost();
const app = createApp(root, host);
let sequence = -1;

host.onMessage((message) => {
  switch (message.type) {
    case 'state':
      if (message.sequence <= sequence) return;
      ({ sequence } = message);
      app.fail(null);
      app.show(message.model);
      return;
    case 'reveal':
      app.reveal(message.phase, message.nodeId);
      return;
    case 'failed':
      app.fail(message.text);
      return;
    case 'notice':
      app.notify(message.text);
      return;
  }
});
window.addEventListener('error', (event) => { host.send({ type: 'problem', text: String(event.message).slice(0, 4000) }); });
window.addEventListener('unhandledrejection', (event) => { host.send({ type: 'problem', text: String(event.reason).slice(0, 4000) }); });
host.send({ type: 'ready' });
