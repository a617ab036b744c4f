import { useEffect, useState } from 'react';
import { useTexts } from '../../../ui/language.tsx';
import { timeLeft } from '../duties/time-left.ts';
import { clockPagesTexts } from './clock-pages.texts.ts';

/** How often the time left is counted anew (ms). The words change by the minute; nothing moves or blinks. */
const countEvery = 20_000;

/** The instant, which moves on while the page is open; from the server's clock, not the device's. */
export function useNow(at: string): Date {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => setPassed(performance.now() - began), countEvery);
    return () => clearInterval(timer);
  }, [at]);
  return new Date(Date.parse(at) + passed);
}

/** Says how long is left, or how long ago it ran out. */
export function useTimeLeftWords(): (dueAt: string, now: Date) => string {
  const texts = useTexts(clockPagesTexts).board;
  return (dueAt, now) => {
    const { isOut, days, hours, minutes } = timeLeft(dueAt, now);
    const words = [
      days > 0 ? texts.days(days) : '',
      hours > 0 ? texts.hours(hours) : '',
      days === 0 && (minutes > 0 || hours === 0) ? texts.minutes(minutes) : '',
    ];
    const said = words.filter((word) => word !== '').join(' ');
    return isOut ? texts.since(said) : texts.left(said);
  };
}
