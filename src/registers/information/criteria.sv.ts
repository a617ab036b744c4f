/** What one level of one aspect means, and how it looks in a municipality. */
export const criteriaSv = {
  confidentiality: {
    question: 'Vad händer om någon som inte ska se informationen får se den?',
    meaning: 'Att bara de som har rätt till informationen kommer åt den.',
    levels: {
      level0: {
        text: 'Ingen tar skada. Informationen får läsas av vem som helst.',
        example: 'Skolmaten i veckan, fullmäktiges protokoll, badvattnets temperatur.',
      },
      level1: {
        text: 'Det blir besvär eller obehag, men det går över. Någon får svara på frågor.',
        example: 'Ett internt arbetsschema, ett utkast till budget, en lista med tjänstetelefoner.',
      },
      level2: {
        text: 'En person blir tydligt lidande, eller kommunen förlorar pengar eller förtroende.',
        example: 'En elevs extra anpassningar, en lönediskussion, anbud före tilldelning.',
      },
      level3: {
        text: 'Någons liv, hälsa eller trygghet hotas, eller så kan kommunen inte utföra en huvuduppgift.',
        example: 'En orosanmälan om ett barn, adressen till en person som hotas, koderna till vattenverket.',
      },
    },
  },
  integrity: {
    question: 'Vad händer om informationen är fel, ändrad eller ofullständig?',
    meaning: 'Att informationen är riktig, och bara ändras av den som får.',
    levels: {
      level0: {
        text: 'Felet märks, eller gör ingen skillnad.',
        example: 'Ett stavfel på webbplatsen, fel bild till ett evenemang.',
      },
      level1: {
        text: 'Arbete får göras om. Felet rättas innan någon drabbas.',
        example: 'En felbokad lokal, fel telefonnummer i katalogen.',
      },
      level2: {
        text: 'Någon får fel beslut, fel pengar eller fel hjälp, eller så blir redovisningen fel.',
        example: 'Fel betyg i slutbetyget, en faktura till fel konto, fel uppgift i ett bygglov.',
      },
      level3: {
        text: 'Fel uppgift kan kosta liv eller hälsa, eller stora belopp som inte går att få tillbaka.',
        example:
          'Fel dos i en läkemedelslista, fel värde för klor i dricksvattnet, ändrade kontonummer för löner.',
      },
    },
  },
  availability: {
    question: 'Vad händer om ingen kommer åt informationen när den behövs?',
    meaning: 'Att informationen finns där för den som har rätt till den, när den behövs.',
    levels: {
      level0: {
        text: 'Det går bra att vänta i veckor.',
        example: 'Gamla nyhetsbrev, bilder från en invigning.',
      },
      level1: {
        text: 'Det går att klara sig några dagar, med besvär.',
        example: 'Bokning av idrottshallar, uppföljning av bidrag till föreningar.',
      },
      level2: {
        text: 'Efter en dag blir någon tydligt lidande, eller så stannar en viktig verksamhet.',
        example: 'Frånvaro och närvaro i skolan, utbetalning av ekonomiskt bistånd, fakturor som förfaller.',
      },
      level3: {
        text: 'Inom timmar hotas liv eller hälsa, eller så stannar en huvuduppgift.',
        example: 'Trygghetslarm, journaler i hemsjukvården, driftövervakning av vatten och avlopp.',
      },
    },
  },
  traceability: {
    question: 'Vad händer om det inte går att se i efterhand vem som har sett eller ändrat informationen?',
    meaning: 'Att det går att följa upp vem som gjort vad med informationen. Gäller personuppgifter.',
    levels: {
      level0: {
        text: 'Ingen behöver veta det.',
        example: 'En öppen lista över förtroendevalda.',
      },
      level1: {
        text: 'Det är bra att kunna se vem som ändrat, men ingen drabbas om det inte går.',
        example: 'Anmälan till en kurs, kontaktlistan till en förening.',
      },
      level2: {
        text: 'Fel eller snokande går inte att reda ut, och den det gäller får ingen upprättelse.',
        example: 'Vem som satte betyget, vem som läst en anställds rehabiliteringsärende.',
      },
      level3: {
        text: 'Ett övergrepp på en människa kan ske utan att någon kan hållas ansvarig. Lagen kräver ofta logg.',
        example: 'Läsning i patientjournaler, i socialtjänstens akter och av skyddade personuppgifter.',
      },
    },
  },
  stop: {
    title: 'Rör Sveriges säkerhet',
    text: 'Skadan skulle gälla hela landet. Den informationen hör inte hemma här: klassningen avbryts.',
    example: 'Sådant som omfattas av säkerhetsskyddslagen.',
  },
};
