import type { TextsLike } from '../../kernel/texts.ts';
import type { criteriaSv } from './criteria.sv.ts';

export const criteriaEn: TextsLike<typeof criteriaSv> = {
  confidentiality: {
    question: 'What happens if somebody sees the information who should not?',
    meaning: 'That only those who have a right to the information reach it.',
    levels: {
      level0: {
        text: 'Nobody is harmed. Anybody may read the information.',
        example: 'This week’s school meals, the council’s minutes, the temperature of the bathing water.',
      },
      level1: {
        text: 'It causes trouble or discomfort that passes. Somebody has to answer questions.',
        example: 'An internal work schedule, a draft budget, a list of work telephones.',
      },
      level2: {
        text: 'A person clearly suffers, or the municipality loses money or trust.',
        example: 'A pupil’s special adjustments, a salary discussion, tenders before award.',
      },
      level3: {
        text: 'Somebody’s life, health or safety is threatened, or the municipality cannot do a main task.',
        example:
          'A report of concern about a child, the address of a threatened person, the codes to the waterworks.',
      },
    },
  },
  integrity: {
    question: 'What happens if the information is wrong, altered or incomplete?',
    meaning: 'That the information is right, and changed only by those who may.',
    levels: {
      level0: {
        text: 'The fault is noticed, or makes no difference.',
        example: 'A misspelling on the website, the wrong picture for an event.',
      },
      level1: {
        text: 'Work has to be done again. The fault is mended before anybody is affected.',
        example: 'A hall booked for the wrong hour, a wrong number in the directory.',
      },
      level2: {
        text: 'Somebody gets the wrong decision, money or help, or the accounts become wrong.',
        example:
          'A wrong grade in the final report, an invoice to the wrong account, a wrong fact in a building permit.',
      },
      level3: {
        text: 'A wrong fact can cost life or health, or large sums that cannot be recovered.',
        example:
          'A wrong dose in a list of medicines, a wrong value for chlorine in the water, altered accounts for salaries.',
      },
    },
  },
  availability: {
    question: 'What happens if nobody can reach the information when it is needed?',
    meaning: 'That the information is there for those who have a right to it, when it is needed.',
    levels: {
      level0: {
        text: 'It can wait for weeks.',
        example: 'Old newsletters, pictures from an opening.',
      },
      level1: {
        text: 'It is possible to manage for some days, with trouble.',
        example: 'Bookings of sports halls, follow-up of grants to associations.',
      },
      level2: {
        text: 'After a day somebody clearly suffers, or an important activity stops.',
        example: 'Attendance at school, payment of income support, invoices that fall due.',
      },
      level3: {
        text: 'Within hours life or health is threatened, or a main task stops.',
        example: 'Safety alarms, records in home care, monitoring of water and sewage.',
      },
    },
  },
  traceability: {
    question: 'What happens if nobody can see afterwards who has seen or changed the information?',
    meaning: 'That it can be followed up who did what with the information. Concerns personal data.',
    levels: {
      level0: {
        text: 'Nobody needs to know.',
        example: 'An open list of elected representatives.',
      },
      level1: {
        text: 'It is good to see who made a change, but nobody is affected if it cannot be seen.',
        example: 'Registration for a course, the contact list of an association.',
      },
      level2: {
        text: 'Faults or prying cannot be cleared up, and whoever it concerns gets no redress.',
        example: 'Who set the grade, who has read an employee’s rehabilitation case.',
      },
      level3: {
        text: 'A person can be abused without anybody being held to account. The law often demands a log.',
        example:
          'Reading in patient records, in the files of the social services and of protected identities.',
      },
    },
  },
  stop: {
    title: 'Concerns Sweden’s security',
    text: 'The harm would concern the whole country. That information does not belong here: the classification stops.',
    example: 'What is covered by the Protective Security Act.',
  },
};
