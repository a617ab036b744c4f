import type { TextsLike } from '../../../kernel/texts.ts';
import type { mailIntakeTextsSv } from './mail-intake.texts.sv.ts';
import { tokenTextsEn } from '../../../mail/token.texts.en.ts';

export const mailIntakeTextsEn: TextsLike<typeof mailIntakeTextsSv> = {
  name: 'Reports by mail',
  fields: {
    isOn: 'Read the mailbox',
    folder: 'Folder that is read',
    doneFolder: 'Folder that messages are moved to',
    reason: 'Reason',
    uidValidity: 'Validity of the folder',
    uid: 'Number of the message',
    keyHash: 'Checksum of the message',
    receivedAt: 'Came to the mailbox',
    sender: 'Sender',
    outcome: 'What became of it',
    incidentId: 'Case',
    pointsAt: 'Refers to',
    filesRefused: 'Files that were not taken',
    mayAnswer: 'The sender is answered',
    code: 'Code',
  },
  refusals: {
    sameFolder: 'Messages cannot be moved to the folder that is read. Choose another, or leave it empty.',
    nothingChanged: 'Nothing has changed.',
    alreadySettled: 'The message has been read already.',
  },
  events: {
    'mailIntake.set': 'changed how reports are taken by mail',
    'mailIntake.tested': 'tried whether the mailbox can be read',
    'mailIntake.taken': 'took in a message from the mailbox for reports',
    'mailIntake.setAside': 'set a message in the mailbox for reports aside',
  },
  outcomes: {
    report: 'Became a case',
    addition: 'Was added to a case',
    again: 'The same message again',
    aside: 'Was set aside',
  },
  reasons: {
    bounce: 'A notice that a message did not arrive.',
    autoReply: 'An automatic answer.',
    own: 'Sent from Värna’s own address.',
    tooLarge: 'Too large.',
    unreadable: 'Could not be read.',
    empty: 'Empty.',
    tooMany: 'The sender has sent too much in the last hour.',
    refused: 'Its content could not be taken.',
  },
  looks: {
    read: 'The mailbox was read.',
    noServer: 'No mailbox has been set.',
    unreachable: 'The server did not answer.',
    signIn: 'The server did not accept the sign-in.',
    encryption:
      'The connection could not be encrypted, or the server has no certificate that can be trusted.',
    noFolder: 'There is no such folder in the mailbox.',
    notMarked:
      'The messages were taken, but could not be marked or moved. Does the folder that they are moved to exist, and may Värna write in the mailbox?',
    ...tokenTextsEn,
    tokenNotAccepted:
      'The sign-in service gave an access token, but the mailbox did not accept it. The client has no right to the mailbox, or the user name is wrong.',
  },
  answer: {
    taken: 'Thank you, your report has arrived',
    notTaken: 'Your message could not be taken in',
    thanks: 'Thank you for writing. Your report has been received, and somebody is looking at it.',
    next: 'Would you like to add something? Answer this message, or use the code below. Do not send passwords or personal identity numbers, and nothing that may concern the security of Sweden.',
    brief: 'Your report has been received. To add something, answer this message or use the code below.',
    code: 'The code to follow the case by:',
    tooLarge: (megabytes) => `The message was larger than ${megabytes} MB and has not become a report.`,
    filesRefused: (count, megabytes) =>
      `Files that were not taken: ${count}. A file may be of at most ${megabytes} MB, and be a picture, a film, text, PDF, a document or zip.`,
    unreadable: 'The message could not be read and has not become a report.',
    instead: 'Please report on the website instead. It takes a minute.',
    follow: 'Follow your case',
    report: 'Report',
    because: 'a message came from your address to the municipality’s mailbox for reports',
  },
};
