import type { Activity, Carrier } from '../information/vocabulary.ts';

/** Allowed, forbidden, or allowed when something holds. */
export type Cell = 'allowed' | 'forbidden' | { readonly sv: string; readonly en: string };

/** One activity in the forms that share its rules: four cells, for levels 0 to 3. */
export interface RuleRow {
  readonly activity: Activity;
  readonly carriers: readonly Carrier[];
  readonly cells: readonly [Cell, Cell, Cell, Cell];
}

/** What is done with a computer. */
export const digitalRules: readonly RuleRow[] = [
  {
    activity: 'storeDigitally',
    carriers: ['itSystem'],
    cells: [
      'allowed',
      { sv: 'På kommunens egna ytor och enheter.', en: 'In the municipality’s own storage and devices.' },
      {
        sv: 'Där bara de som behöver den kommer åt den. Aldrig på en privat enhet.',
        en: 'Where only those who need it have access. Never on a private device.',
      },
      {
        sv: 'Bara i det verksamhetssystem som beslutats för den, med personlig inloggning och logg.',
        en: 'Only in the system decided for it, with personal sign-in and a log.',
      },
    ],
  },
  {
    activity: 'storeDigitally',
    carriers: ['film', 'audio', 'image'],
    cells: [
      'allowed',
      {
        sv: 'På kommunens ytor. Kom ihåg att en bild eller röst kan peka ut en person.',
        en: 'In the municipality’s storage. Remember that an image or a voice can identify a person.',
      },
      {
        sv: 'På en begränsad yta. Flytta från kameran eller telefonen samma dag, och radera där.',
        en: 'In limited storage. Move it from the camera or telephone the same day, and erase it there.',
      },
      {
        sv: 'Bara i det verksamhetssystem som beslutats för den, med logg och en dag då den gallras.',
        en: 'Only in the system decided for it, with a log and a day when it is erased.',
      },
    ],
  },
  {
    activity: 'emailInternal',
    carriers: ['itSystem'],
    cells: [
      'allowed',
      'allowed',
      {
        sv: 'Bara det nödvändiga, till den som behöver det. Inget känsligt i ämnesraden.',
        en: 'Only what is necessary, to those who need it. Nothing sensitive in the subject line.',
      },
      'forbidden',
    ],
  },
  {
    activity: 'emailExternal',
    carriers: ['itSystem'],
    cells: [
      'allowed',
      {
        sv: 'Till en mottagare du känner till. Kontrollera adressen innan du skickar.',
        en: 'To a recipient you know. Check the address before you send.',
      },
      {
        sv: 'Med säker e-post eller säkert meddelande, aldrig i vanlig e-post.',
        en: 'By secure e-mail or a secure message, never by ordinary e-mail.',
      },
      {
        sv: 'Bara i en krypterad tjänst som kommunen beslutat, där mottagaren måste legitimera sig.',
        en: 'Only in an encrypted service the municipality has decided on, where the recipient must prove identity.',
      },
    ],
  },
  {
    activity: 'cloudService',
    carriers: ['itSystem', 'film', 'audio', 'image'],
    cells: [
      'allowed',
      {
        sv: 'I tjänster som kommunen har avtal om. Logga in med ditt konto i arbetet.',
        en: 'In services the municipality has an agreement on. Sign in with your work account.',
      },
      {
        sv: 'Bara i tjänster med avtal och klassning för nivån, och personuppgiftsbiträdesavtal om det finns personuppgifter. Aldrig i öppna AI-tjänster.',
        en: 'Only in services with an agreement and a classification for the level, and a data processing agreement if there are personal data. Never in open AI services.',
      },
      'forbidden',
    ],
  },
  {
    activity: 'travel',
    carriers: ['itSystem'],
    cells: [
      'allowed',
      {
        sv: 'På kommunens enhet. Lås skärmen och skydda den från insyn.',
        en: 'On the municipality’s device. Lock the screen and keep it from view.',
      },
      {
        sv: 'På kommunens krypterade enhet, över kommunens anslutning. Inte på allmän plats.',
        en: 'On the municipality’s encrypted device, over its connection. Not in a public place.',
      },
      {
        sv: 'Bara när uppdraget kräver det, på kommunens krypterade enhet och i ett rum där ingen annan ser eller hör.',
        en: 'Only when the task demands it, on the municipality’s encrypted device and in a room where nobody else sees or hears.',
      },
    ],
  },
  {
    activity: 'shareExternal',
    carriers: ['itSystem'],
    cells: [
      'allowed',
      {
        sv: 'Till den som behöver det för sitt uppdrag. Begärs det som allmän handling gäller offentlighetsprövning i stället.',
        en: 'To those who need it for their task. If it is requested as an official document, it is tried as such instead.',
      },
      {
        sv: 'Efter prövning av sekretess, med säker överföring, och till en namngiven mottagare.',
        en: 'After secrecy has been tried, by secure transfer, and to a named recipient.',
      },
      {
        sv: 'Bara med stöd i lag eller samtycke, efter ett beslut som dokumenteras, och krypterat.',
        en: 'Only with support in law or consent, after a decision that is recorded, and encrypted.',
      },
    ],
  },
  {
    activity: 'destroy',
    carriers: ['itSystem'],
    cells: [
      {
        sv: 'När gallringsbeslutet medger det.',
        en: 'When the decision on erasure permits it.',
      },
      {
        sv: 'När gallringsbeslutet medger det. Töm även papperskorgen.',
        en: 'When the decision on erasure permits it. Empty the recycle bin too.',
      },
      {
        sv: 'När gallringsbeslutet medger det. It raderar lagringsmedier så att inget kan återskapas.',
        en: 'When the decision on erasure permits it. IT erases storage media so that nothing can be restored.',
      },
      {
        sv: 'När gallringsbeslutet medger det. Lagringsmedier förstörs, med kvitto på att det är gjort.',
        en: 'When the decision on erasure permits it. Storage media are destroyed, with a receipt that it is done.',
      },
    ],
  },
  {
    activity: 'archive',
    carriers: ['itSystem', 'film', 'audio', 'image'],
    cells: [
      {
        sv: 'Enligt dokumenthanteringsplanen, i ett format som går att läsa länge.',
        en: 'By the plan for documents, in a format that can be read for long.',
      },
      {
        sv: 'Enligt dokumenthanteringsplanen, i ett format som går att läsa länge.',
        en: 'By the plan for documents, in a format that can be read for long.',
      },
      {
        sv: 'I e-arkivet, med behörighet bara för dem som behöver den.',
        en: 'In the digital archive, with access only for those who need it.',
      },
      {
        sv: 'I e-arkivet, med sekretessmarkering, personlig behörighet och logg över vem som läst.',
        en: 'In the digital archive, marked for secrecy, with personal access and a log of who has read.',
      },
    ],
  },
];
