import type { kernelTextsSv } from './kernel.texts.sv.ts';
import type { TextsLike } from './texts.ts';

export const kernelTextsEn: TextsLike<typeof kernelTextsSv> = {
  refusals: {
    invalid: 'Something in the form needs correcting.',
    unauthenticated: 'Sign in to continue.',
    forbidden: 'You hold no office that gives you the right to do this.',
    notFound: 'What you are looking for does not exist, or you do not have access to it.',
    versionMoved:
      'Somebody else has changed the record since you opened it. Compare, and choose what should stand.',
    versionMissing: 'The request must say which version of the record you saw (If-Match).',
    alreadyExists: 'There is already a record like this.',
    tooLarge: 'What you sent is too large.',
    tooMany: 'Too many attempts in a short time. Wait a while and try again.',
    keyReused: 'The same Idempotency-Key has already been used for something else.',
    purposeMissing:
      'State the purpose: what you need the information for, in 10–300 characters and without personal identity numbers. It is written in the log.',
    personnummerSuspected:
      'This looks like a personal identity number. Remove it, or confirm that it should be saved.',
    internal: 'Something went wrong on our side. Nothing was saved. Try again in a while.',
    unavailable: 'Värna is restarting. Try again in a while.',
    busy: 'Many are asking for what takes time to put together. Try again in a while.',
    noPast: 'This can only be seen as it is now.',
    asOfInFuture: 'That day has not come yet. Choose today or an earlier day.',
    asOfTooEarly: 'Värna was not in use then. Choose a later day.',
    pastShown: 'You see how things stood earlier. Show them as they are now to do something.',
  },
  fieldErrors: {
    required: 'Fill in {field}.',
    unknownField: 'There is no field {field}.',
    tooShort: '{field} is too short: at least {limit} characters.',
    tooLong: '{field} is too long: at most {limit} characters.',
    tooSmall: '{field} is too small.',
    tooLarge: '{field} is too large.',
    tooFew: 'Choose at least {limit} for {field}.',
    tooMany: 'Choose at most {limit} for {field}.',
    repeated: 'The same value stands twice in {field}.',
    notAmong: 'Choose one of the alternatives for {field}.',
    wrongType: '{field} has the wrong form.',
    notAllowedCharacters: '{field} is empty or holds characters that cannot be stored.',
    notADay: '{field} is not a date that exists. Write YYYY-MM-DD.',
    notAnId: '{field} does not point to any record.',
    invalid: '{field} needs correcting.',
  },
};
