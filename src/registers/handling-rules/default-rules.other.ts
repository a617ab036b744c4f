import type { RuleRow } from './default-rules.digital.ts';

/** What is done on paper, by voice, with a camera and by hand. */
export const otherRules: readonly RuleRow[] = [
  {
    activity: 'print',
    carriers: ['paper'],
    cells: [
      'allowed',
      'allowed',
      {
        sv: 'Hämta utskriften direkt. Förvara den i låst skåp.',
        en: 'Fetch the print at once. Keep it in a locked cabinet.',
      },
      {
        sv: 'På skrivare med kort eller kod, så få exemplar som möjligt. Håll reda på vem som har dem.',
        en: 'On a printer with card or code, as few copies as possible. Keep track of who has them.',
      },
    ],
  },
  {
    activity: 'notes',
    carriers: ['notes'],
    cells: [
      'allowed',
      {
        sv: 'Torka tavlan och ta med dig blocket när du går.',
        en: 'Wipe the board and take the pad with you when you leave.',
      },
      {
        sv: 'Lås in anteckningarna, och förstör dem när de är införda i ärendet.',
        en: 'Lock the notes away, and destroy them once they are entered in the case.',
      },
      {
        sv: 'Undvik det. För in det i ärendet samma dag och förstör sedan anteckningen.',
        en: 'Avoid it. Enter it in the case the same day and then destroy the note.',
      },
    ],
  },
  {
    activity: 'conversation',
    carriers: ['conversation'],
    cells: [
      'allowed',
      {
        sv: 'Diskret: tänk på vilka som hör i korridoren och i öppet landskap.',
        en: 'Discreetly: think of who hears in the corridor and in an open office.',
      },
      { sv: 'Bakom stängd dörr.', en: 'Behind a closed door.' },
      {
        sv: 'Bakom stängd dörr, bara med dem som behöver veta, och utan telefoner eller smarta högtalare som lyssnar.',
        en: 'Behind a closed door, only with those who need to know, and without telephones or smart speakers that listen.',
      },
    ],
  },
  {
    activity: 'telephoneVideo',
    carriers: ['telephone'],
    cells: [
      'allowed',
      'allowed',
      {
        sv: 'Kontrollera vem du talar med. Inte på buss, tåg eller annan allmän plats.',
        en: 'Check whom you are talking to. Not on a bus, a train or in any other public place.',
      },
      {
        sv: 'Ring upp på ett nummer du själv har letat fram, eller använd en tjänst som kommunen beslutat. Spela inte in.',
        en: 'Call back on a number you have found yourself, or use a service the municipality has decided on. Do not record.',
      },
    ],
  },
  {
    activity: 'recording',
    carriers: ['film', 'audio', 'image'],
    cells: [
      'allowed',
      {
        sv: 'För ett bestämt ändamål, och med samtycke eller annat stöd när personer syns eller hörs.',
        en: 'For a definite purpose, and with consent or other ground when persons are seen or heard.',
      },
      {
        sv: 'Med kommunens utrustning, till en begränsad yta, och med en dag då inspelningen gallras.',
        en: 'With the municipality’s equipment, to limited storage, and with a day when the recording is erased.',
      },
      {
        sv: 'Bara för ett ändamål som informationsägaren har beslutat, med det maskat som inte behövs.',
        en: 'Only for a purpose that the information owner has decided, with what is not needed masked.',
      },
    ],
  },
  {
    activity: 'travel',
    carriers: ['paper', 'notes'],
    cells: [
      'allowed',
      {
        sv: 'Håll det under uppsikt, och lämna det inte framme.',
        en: 'Keep it in sight, and do not leave it lying about.',
      },
      {
        sv: 'Bara när det inte går digitalt. Låst väska, aldrig i bilen över natten.',
        en: 'Only when it cannot be done digitally. In a locked bag, never in the car overnight.',
      },
      {
        sv: 'Bara när uppdraget kräver det och chefen känner till det. Låst väska som du har hos dig hela tiden.',
        en: 'Only when the task demands it and the manager knows. In a locked bag that you have with you all the time.',
      },
    ],
  },
  {
    activity: 'post',
    carriers: ['paper'],
    cells: [
      'allowed',
      'allowed',
      {
        sv: 'I slutet kuvert utan ledtråd om innehållet. Rekommenderat när skadan vore stor.',
        en: 'In a sealed envelope that tells nothing of the content. Registered when the harm would be great.',
      },
      {
        sv: 'Rekommenderat med mottagningsbevis, eller med bud som lämnar mot legitimation.',
        en: 'Registered with advice of delivery, or by a courier who hands it over against identification.',
      },
    ],
  },
  {
    activity: 'shareExternal',
    carriers: ['paper'],
    cells: [
      'allowed',
      {
        sv: 'Till den som behöver det för sitt uppdrag. Begärs det som allmän handling gäller offentlighetsprövning i stället.',
        en: 'To those who need it for their task. If it is requested as an official document, it is tried as such instead.',
      },
      {
        sv: 'Efter prövning av sekretess, till en namngiven mottagare, i slutet kuvert.',
        en: 'After secrecy has been tried, to a named recipient, in a sealed envelope.',
      },
      {
        sv: 'Bara med stöd i lag eller samtycke, efter ett beslut som dokumenteras, och personligen mot legitimation.',
        en: 'Only with support in law or consent, after a decision that is recorded, and in person against identification.',
      },
    ],
  },
  {
    activity: 'shareExternal',
    carriers: ['film', 'audio', 'image'],
    cells: [
      'allowed',
      {
        sv: 'Med samtycke eller annat stöd från dem som syns eller hörs.',
        en: 'With consent or other ground from those who are seen or heard.',
      },
      {
        sv: 'Efter prövning av sekretess, med det maskat som mottagaren inte behöver, och med säker överföring.',
        en: 'After secrecy has been tried, with what the recipient does not need masked, and by secure transfer.',
      },
      {
        sv: 'Bara med stöd i lag eller samtycke, efter ett beslut som dokumenteras, maskat och krypterat.',
        en: 'Only with support in law or consent, after a decision that is recorded, masked and encrypted.',
      },
    ],
  },
  {
    activity: 'destroy',
    carriers: ['paper', 'notes'],
    cells: [
      { sv: 'När gallringsbeslutet medger det.', en: 'When the decision on erasure permits it.' },
      {
        sv: 'När gallringsbeslutet medger det, i kommunens kärl för sekretesspapper.',
        en: 'When the decision on erasure permits it, in the municipality’s bin for confidential paper.',
      },
      {
        sv: 'När gallringsbeslutet medger det, i dokumentförstörare eller låst kärl.',
        en: 'When the decision on erasure permits it, in a shredder or a locked bin.',
      },
      {
        sv: 'När gallringsbeslutet medger det, i dokumentförstörare, av den som själv får läsa det.',
        en: 'When the decision on erasure permits it, in a shredder, by somebody who may read it.',
      },
    ],
  },
  {
    activity: 'destroy',
    carriers: ['film', 'audio', 'image'],
    cells: [
      { sv: 'När gallringsbeslutet medger det.', en: 'When the decision on erasure permits it.' },
      {
        sv: 'När gallringsbeslutet medger det. Töm även papperskorgen och kameran.',
        en: 'When the decision on erasure permits it. Empty the recycle bin and the camera too.',
      },
      {
        sv: 'På den dag som bestämts, även i kamera, telefon och säkerhetskopior.',
        en: 'On the day decided, also in camera, telephone and backups.',
      },
      {
        sv: 'På den dag som bestämts. Lagringsmedier förstörs, med kvitto på att det är gjort.',
        en: 'On the day decided. Storage media are destroyed, with a receipt that it is done.',
      },
    ],
  },
  {
    activity: 'archive',
    carriers: ['paper'],
    cells: [
      { sv: 'Enligt dokumenthanteringsplanen.', en: 'By the plan for documents.' },
      { sv: 'Enligt dokumenthanteringsplanen.', en: 'By the plan for documents.' },
      {
        sv: 'I låst arkiv, där det noteras vem som hämtar.',
        en: 'In a locked archive, where it is noted who fetches.',
      },
      {
        sv: 'I låst arkiv, i förseglat omslag med sekretessmarkering. Det noteras vem som läst och när.',
        en: 'In a locked archive, in a sealed cover marked for secrecy. It is noted who has read and when.',
      },
    ],
  },
];
