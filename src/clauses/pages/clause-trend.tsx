import { formatPercent } from '../../kernel/format.ts';
import { Loaded } from '../../ui/error-page.tsx';
import { useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { LineChart } from '../../ui/line-chart.tsx';
import { clauseTexts } from '../clause.texts.ts';
import { clausePagesTexts } from './pages.texts.ts';

type TrendProps = { readonly number: string; readonly asOf: string };

/** How a clause has stood at the end of each month, with what else changed. Days when nothing was counted are left out. */
export function ClauseTrend({ number, asOf }: TrendProps) {
  const texts = useTexts(clausePagesTexts).clause;
  const { marks: markWords } = useTexts(clauseTexts);
  const language = useLanguage();
  const view = useView('clauses.trend', { id: number, query: { asOf } });
  return (
    <Loaded view={view}>
      {({ points, marks }) => {
        const counted = points.filter((point) => point.denominator > 0);
        if (counted.length < 2) return <p className="soft">{texts.trendShort}</p>;
        return (
          <LineChart
            title={texts.trendTitle}
            top={1}
            format={(value) => formatPercent(value, language)}
            points={counted.map((point) => ({ date: point.day, value: point.numerator / point.denominator }))}
            events={marks.map((mark) => ({ date: mark.day, label: markWords[mark.kind] }))}
          />
        );
      }}
    </Loaded>
  );
}
