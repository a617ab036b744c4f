import { useEffect, useRef, useState } from 'react';
import { daysBetween, formatNumber } from '../kernel/format.ts';
import { Disclosure } from './disclosure.tsx';
import { useLanguage, useTexts } from './language.tsx';
import './line-chart.css';
import { uiTexts } from './ui.texts.ts';

/** A value on a day. */
export type ChartPoint = { readonly date: string; readonly value: number };

type LineChartProps = {
  readonly title: string;
  /** In order of time, at least one. */
  readonly points: readonly ChartPoint[];
  /** The top of the scale, when it is known (a share: 1, or the denominator). Otherwise the largest value. */
  readonly top?: number;
  readonly format?: (value: number) => string;
  /** Days when something else changed: the text, a threshold, the code. */
  readonly events?: readonly { readonly date: string; readonly label: string }[];
};

const height = 180;
const room = { top: 16, right: 64, bottom: 28, left: 4 };

/** How a value has gone over time. Labelled where it ends, and with a table behind it that says the same. */
export function LineChart({ title, points, top, format, events = [] }: LineChartProps) {
  const texts = useTexts(uiTexts);
  const language = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const say = format ?? ((value: number) => formatNumber(value, language));
  const [first, last] = [points[0], points[points.length - 1]];
  if (first === undefined || last === undefined) return null;

  const highest = top ?? Math.max(1, ...points.map((point) => point.value));
  const span = Math.max(1, daysBetween(first.date, last.date));
  const x = (date: string) =>
    room.left + (daysBetween(first.date, date) / span) * (width - room.left - room.right);
  const y = (value: number) => height - room.bottom - (value / highest) * (height - room.top - room.bottom);
  const line = points.map((point) => `${x(point.date).toFixed(1)},${y(point.value).toFixed(1)}`).join(' ');
  const floor = height - room.bottom;
  const right = width - room.right;
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <div ref={frame} className="chart-drawing">
        <svg height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
          <path
            className="chart-grid"
            d={`M${room.left} ${y(highest)}H${right}M${room.left} ${floor}H${right}`}
          />
          <polygon className="chart-area" points={`${room.left},${floor} ${line} ${x(last.date)},${floor}`} />
          {events.map((event) => (
            <g key={`${event.date} ${event.label}`}>
              <path className="chart-event" d={`M${x(event.date)} ${room.top}V${floor}`} />
              {/* Towards the line's end the words stand before it: after it there is no room. */}
              <text
                x={x(event.date) + (x(event.date) > width / 2 ? -4 : 4)}
                y={room.top - 4}
                textAnchor={x(event.date) > width / 2 ? 'end' : 'start'}
              >
                {event.label}
              </text>
            </g>
          ))}
          <polyline className="chart-line" points={line} />
          <circle className="chart-end" cx={x(last.date)} cy={y(last.value)} r="4" />
          <text className="chart-value" x={x(last.date) + 10} y={y(last.value) + 4}>
            {say(last.value)}
          </text>
          <text x={room.left} y={height - 8}>
            {first.date}
          </text>
          <text x={right} y={height - 8} textAnchor="end">
            {last.date}
          </text>
        </svg>
      </div>
      <Disclosure title={texts.showTable}>
        <table className="chart-table">
          <thead>
            <tr>
              <th scope="col">{texts.date}</th>
              <th scope="col">{texts.value}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.date}>
                <th scope="row">{point.date}</th>
                <td className="number">{say(point.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  );
}

/** The width there is, in pixels, so that letters keep their size on a phone. */
function useWidth(frame: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(640);
  useEffect(() => {
    if (frame.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
