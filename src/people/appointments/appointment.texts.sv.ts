export const appointmentTextsSv = {
  name: 'Uppdrag',
  fields: {
    office: 'Uppdrag',
    scope: 'Gäller',
    scopeId: 'Gäller',
    personId: 'Person',
    deputy: 'Ersättare',
    from: 'Från och med',
    until: 'Till och med',
    lastDay: 'Sista dag',
    decision: 'Beslut',
    reason: 'Skäl',
    toConfirm: 'Att bekräfta',
  },
  refusals: {
    scopeUnfit: 'Uppdraget kan inte gälla detta. Välj något som uppdraget kan gälla.',
    scopeMissing: 'Välj vad uppdraget ska gälla.',
    scopeUnknown: 'Det som uppdraget ska gälla finns inte. Välj något annat.',
    scopeNotThere: 'Det som uppdraget gäller finns inte den första dagen ({period}). Ändra första dagen.',
    personUnknown: 'Personen finns inte i registret.',
    personNotThere:
      'Personen är inte hos er under hela tiden ({period}). Ändra tiden eller välj någon annan.',
    alreadyHeld: '{name} har redan uppdraget ({period}). Avsluta det först, eller utse en ersättare.',
    alreadyAppointed: '{name} är redan utsedd till detta ({period}).',
    appointedMeanwhile:
      'Någon annan hann före och utsåg en person till uppdraget. Ladda om sidan och försök igen.',
    endsBeforeStart: 'Sista dagen kan inte ligga före den första.',
    endsEarlier: 'Uppdraget slutar redan {until}. Välj en tidigare dag.',
    decisionUnreadable: 'Beslutet går inte att läsa. Skriv det så här: KF 2026-06-15 § 47, dnr KS 2026/123',
    decisionInFuture: 'Beslutet kan inte ha ett datum som ligger i framtiden.',
    decisionByBodyMissing:
      'Revisorer väljs av fullmäktige. Ange beslutet så här: KF 2026-06-15 § 47, dnr KS 2026/123',
    ownControlOffice:
      'Du kan inte utse dig själv till ett uppdrag som ska granska andra. Be någon annan göra det.',
    lastAdministrator: 'Ingen skulle vara administratör då. Utse en annan administratör först.',
    withdrawn: 'Uppdraget togs tillbaka innan det började.',
    alreadyEnded: 'Uppdraget har redan avslutats.',
    alreadyConfirmed: 'Uppdraget är redan bekräftat.',
    nothingChanged: 'Inget har ändrats.',
  },
  events: {
    'appointment.begun': 'utsåg till uppdraget',
    'appointment.described': 'ändrade uppdragets tid eller beslut',
    'appointment.ended': 'avslutade uppdraget',
    'appointment.withdrawn': 'tog tillbaka uppdraget innan det började',
    'appointment.confirmed': 'bekräftade uppdraget',
  },
  warnings: {
    officerNotIndependent:
      'Dataskyddsombudet får inte ha uppgifter som står i strid med uppdraget (dataskyddsförordningen artikel 38.6). Personen har nu båda. Det syns i uppföljningen tills något av uppdragen avslutas.',
    decisionMissing: 'Inget beslut är angivet. Lägg till det när det finns.',
  },
  states: { coming: 'Börjar senare', inForce: 'Pågår', ended: 'Avslutat', withdrawn: 'Tillbakataget' },
};
