import type { TextsLike } from '../kernel/texts.ts';
import type { mailTextsSv } from './mail.texts.sv.ts';
import { tokenTextsEn } from './token.texts.en.ts';

export const mailTextsEn: TextsLike<typeof mailTextsSv> = {
  name: 'Mail',
  fields: { mails: 'Messages', state: 'State', code: 'The server’s code' },
  refusals: {
    alreadySettled: 'It is already known what became of it.',
    notSent: 'The message has not been sent, or has already come back.',
    noAddress: 'You have no mail address in the register of people.',
  },
  events: {
    'mail.sent': 'sent mail',
    'mail.failed': 'gave up sending mail',
    'mail.returned': 'had mail returned that did not arrive',
    'push.sent': 'sent notifications',
    'push.failed': 'gave up sending notifications',
    'mail.tested': 'sent a trial message to themselves',
  },
  kinds: {
    checkpoint: 'The log’s head to a witness',
    acknowledgement: 'Read and acknowledge',
    test: 'Trial',
    exceptionEnding: 'An exception runs out',
    clock: 'A clock runs out',
    reportAnswer: 'Answer to a report by mail',
    newReport: 'A new report has come',
    deviceGone: 'A device no longer wakes',
  },
  states: { queued: 'Waiting', sent: 'Sent', failed: 'Did not arrive' },
  outcomes: {
    accepted: 'The recipient’s server accepted it.',
    refused: 'The recipient’s server refused it. Check the address.',
    later: 'The server asked for another try later.',
    unreachable: 'The mail server did not answer.',
    signIn: 'The mail server did not accept the sign-in.',
    encryption: 'The connection to the mail server could not be encrypted.',
    noServer: 'No mail server has been set.',
    gone: 'The recipient is no longer there.',
    returned: 'It was sent but came back. Check the address.',
    ...tokenTextsEn,
    tokenNotAccepted:
      'The sign-in service gave an access token, but the mail server did not accept it. The client has no right to send, or sign-in by SMTP is turned off.',
  },
  pushOutcomes: {
    accepted: 'The device’s service took it in.',
    refused: 'The device’s service refused it.',
    later: 'The service asked for another try later.',
    unreachable: 'The service did not answer.',
    signIn: 'The service did not accept Värna’s key. Is the server’s clock right?',
    encryption: 'The connection to the service could not be relied on.',
    noServer: 'It was never sent.',
    gone: 'The device can no longer be reached and has been removed.',
    returned: 'It came back.',
  },
  frame: {
    sender: (municipality) => `Värna, ${municipality}`,
    why: (because) => `You get this because ${because}.`,
  },
  test: {
    subject: 'A trial message from Värna',
    text: 'This is a trial. If you have got it, Värna can send mail.',
    because: 'you asked for a trial on the page Mail',
  },
};
