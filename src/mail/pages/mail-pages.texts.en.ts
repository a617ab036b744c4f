import type { TextsLike } from '../../kernel/texts.ts';
import type { mailPagesTextsSv } from './mail-pages.texts.sv.ts';

export const mailPagesTextsEn: TextsLike<typeof mailPagesTextsSv> = {
  title: 'Mail',
  lead: 'Mail and notifications from Värna: what is waiting, what has been sent, and what did not arrive.',
  through: (host, from) => `Sent through ${host}, from ${from}.`,
  noServer: 'No mail server has been set',
  noServerText:
    'Messages wait here for two days and are then given up. Whoever runs the installation sets the server; the handbook tells how, under Drift.',
  sendTest: 'Send a trial to me',
  testQueued: 'A trial for you is in the queue. It goes within seconds when there is a mail server.',
  none: 'Nothing has been sent yet',
  noneText: 'Every message is shown here, with what it says and how it went.',
  state: 'State',
  subject: 'Subject',
  address: 'To',
  notification: (service) => `Notification by ${service}`,
  queued: 'Made',
  how: 'How it went',
  code: (code) => `code ${code}`,
  nextTry: (moment) => `Next try ${moment}.`,
  preview: 'Show the message',
  words: 'What the message says',
  forgotten: 'The words have been forgotten. They are kept for a month after the message was sent.',
  attachment: (name) => `Attached file: ${name}`,
  close: 'Close',
};
