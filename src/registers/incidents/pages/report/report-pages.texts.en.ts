import type { TextsLike } from '../../../../kernel/texts.ts';
import type { reportPagesTextsSv } from './report-pages.texts.sv.ts';

export const reportPagesTextsEn: TextsLike<typeof reportPagesTextsSv> = {
  title: 'Report an event',
  lead: 'Has something gone wrong, or does something seem odd? Tell us. It does not matter if it was your mistake, if you are unsure, or if it has been solved already.',
  progress: (step: string, steps: string) => `${step} of ${steps}`,
  next: 'Go on',
  back: 'Back',
  send: 'Send the report',
  easy: 'Plain Swedish',
  usual: 'Ordinary Swedish',
  draftKept: 'What you write is kept on this device until you send it.',
  discard: 'Throw away what I have written',
  security: {
    question: 'Could it concern Sweden’s security, or protective security?',
    button: 'Yes, or I am not sure',
    title: 'Write nothing about this',
    text: 'What concerns Sweden’s security must not be entered in Värna or sent by ordinary e-mail. Contact the head of protective security or the security coordinator, preferably by going there. Tell nothing of the contents by telephone. Nothing of what you have written has been sent.',
    discard: 'Throw away what I have written',
    back: 'No, it does not concern protective security',
  },
  happened: {
    label: 'What has happened?',
    hint: 'Use your own words. Write no passwords, no personal identity numbers, and no more about other people than is needed.',
    missing: 'Write a few words about what has happened.',
  },
  personnummer: {
    title: 'That looks like a personal identity number',
    text: 'Remove it if you can. We can ask you later if we need to know whom it concerns.',
    keep: 'It is no personal identity number',
  },
  secretWords: {
    title: 'Write nothing secret here',
    text: 'You mention something that may be secret, or a password. Write what has happened rather than what the document says.',
  },
  noticed: {
    label: 'When did you notice it?',
    now: 'Just now',
    nowHint: 'within the last hour',
    earlier: 'Earlier',
    at: 'Day and time',
    atHint: 'Roughly is enough.',
    missing: 'Choose when you noticed it.',
    future: 'That time has not come yet.',
  },
  where: {
    label: 'Where did it happen?',
    hint: 'A workplace, a place or a website. Skip it if you do not know.',
    affected: 'Which information or which system is it about?',
    affectedHint: 'If you know.',
    title: 'Where, and what is it about?',
  },
  ongoing: {
    label: 'Is it still going on?',
    yes: 'Yes',
    yesHint: 'Call IT support or your manager now too.',
    no: 'No, it is over',
    unknown: 'I do not know',
    missing: 'Choose an answer.',
  },
  contact: {
    title: 'May we contact you?',
    named: (name: string) => `Send my name, ${name}`,
    namedHint:
      'Without a name nobody can see that it was you who sent it, but neither can we ask you anything.',
    label: 'Telephone or e-mail',
    hint: 'Leave it empty if you want to be anonymous. You are given a code, so that you can follow the case all the same.',
    files: 'Picture or file',
    filesHint: (megabytes: string) =>
      `A picture of the screen often helps. At most ${megabytes} MB each. Where the picture was taken is not sent.`,
    addFile: 'Add a picture or a file',
    tooLarge: (name: string, megabytes: string) =>
      `${name} is larger than ${megabytes} MB and cannot be sent here.`,
    remove: (name: string) => `Remove ${name}`,
    public:
      'What you send becomes an official document. Whoever asks for it may read only what is not secret.',
  },
  sent: {
    thanks: 'Thank you for telling us',
    code: 'Your code',
    codeText:
      'Copy the code or keep it. With it you can see how it goes and add more. It is shown only here.',
    copy: 'Copy the code',
    copied: 'The code has been copied',
    nextTitle: 'What happens now?',
    nextText:
      'The security coordinator reads your report as soon as possible and judges what needs to be done. Should more happen before that: add it with your code, or call.',
    follow: 'Follow the case',
    another: 'Report something else',
    filesLeft: (count: number) =>
      count === 1 ? 'One file is still being sent.' : `${count} files are still being sent.`,
    forget: 'Forget the report on this device',
  },
  waiting: {
    title: 'The report is kept on this device',
    text: 'It has not been sent yet: there is no network, or much is going on just now. It is sent by itself as soon as it can be, the next time the page is open. It is sent only once.',
    try: 'Try again now',
    refused: 'The report was not taken',
    count: (count: number) =>
      count === 1 ? 'One report is waiting to be sent.' : `${count} reports are waiting to be sent.`,
  },
  device: {
    kept: 'What you write, reports that have not been sent and the codes of those that have are on this device until you sign out or forget them.',
    forget: 'Forget what is on this device',
    forgetAnyway: 'Forget it all the same',
    keep: 'Keep it',
    forgotten: 'It is gone from this device.',
    lost: (count) =>
      count === 1
        ? 'One report has not been sent yet. It will be lost.'
        : `${count} reports have not been sent yet. They will be lost.`,
    others: (count) =>
      count === 1
        ? 'A report that somebody else has written is still on the device. It is sent when they sign in again.'
        : `${count} reports that others have written are still on the device. They are sent when those who wrote them sign in again.`,
    leaving: 'Not everything has been sent',
    named: (count) =>
      count === 1
        ? 'A report with your name has not been sent yet. With your name it can only be sent while you are signed in.'
        : `${count} reports with your name have not been sent yet. With your name they can only be sent while you are signed in.`,
    unnamed: (count) =>
      count === 1
        ? 'A report or file without your name stays and is sent when possible. Its code is shown to nobody else, nor to you.'
        : `${count} reports or files without your name stay and are sent when possible. Their codes are shown to nobody else, nor to you.`,
    draft: 'A report that you have begun is thrown away.',
    stay: 'Stay signed in',
    leave: 'Sign out',
    leaveUnnamed: 'Sign out and send without my name',
    leaveThrowing: 'Sign out and throw it away',
  },
  follow: {
    title: 'Follow your case',
    lead: 'Write the code that you were given when you reported.',
    code: 'Your code',
    codeHint: 'Twenty characters, with or without dashes.',
    look: 'Show how it goes',
    unknown: 'The code is not right. See that you have written every character.',
    states: {
      received: 'The report has been received. Nobody has assessed it yet.',
      inProgress: 'The report has been assessed, and somebody is working on it.',
      closed: 'The case is closed.',
    },
    reported: (moment: string) => `Reported ${moment}`,
    messages: 'Messages',
    fromYou: 'You wrote',
    toYou: 'To you',
    add: 'Add something',
    addHint: 'Write what more you know, or answer what we have asked.',
    send: 'Send',
    added: 'Thank you. It has been sent.',
    addFile: 'Add a picture or a file',
  },
};
