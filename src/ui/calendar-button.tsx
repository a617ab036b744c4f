import { parseDate } from '@internationalized/date';
import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import './button.css';
import './calendar-button.css';
import { CalendarSheet, Chevron } from './icons.tsx';
import { useTexts } from './language.tsx';
import './menu.css';
import { uiTexts } from './ui.texts.ts';

/** A month to choose a day from, beside the box where it may as well be typed. Weeks begin on Monday. */
export function CalendarButton(props: { readonly value: string; readonly onChange: (day: string) => void }) {
  const texts = useTexts(uiTexts);
  return (
    <DialogTrigger>
      <Button className="button calendar-button" aria-label={texts.openCalendar}>
        <CalendarSheet />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog aria-label={texts.openCalendar} className="calendar">
          {({ close }) => (
            <Calendar
              autoFocus
              firstDayOfWeek="mon"
              value={props.value === '' ? null : parseDate(props.value)}
              onChange={(day) => {
                props.onChange(day.toString());
                close();
              }}
            >
              <header>
                <Button slot="previous" className="button" data-look="quiet" aria-label={texts.previousMonth}>
                  <Chevron />
                </Button>
                <Heading level={2} />
                <Button slot="next" className="button" data-look="quiet" aria-label={texts.nextMonth}>
                  <Chevron />
                </Button>
              </header>
              <CalendarGrid weekdayStyle="short">
                <CalendarGridHeader>
                  {(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}
                </CalendarGridHeader>
                <CalendarGridBody>
                  {(date) => <CalendarCell date={date} className="calendar-cell" />}
                </CalendarGridBody>
              </CalendarGrid>
            </Calendar>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
