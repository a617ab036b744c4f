import { useState } from 'react';
import type { Id } from '../../../kernel/ids.ts';
import { ask } from '../../../ui/client.ts';
import { ComboBox } from '../../../ui/combo-box.tsx';
import type { FieldBinding, FieldWords } from '../../../ui/field.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import type { Option } from '../../../ui/select.tsx';
import type { Demand, ShownDemand } from '../../demand.ts';
import { deviationPagesTexts } from './pages.texts.ts';

type DemandFieldProps = FieldBinding<string> & FieldWords & { readonly chosen?: Option | undefined };

/** The demand as a form holds it: `clause:P43` or `sentence:<id>`; empty for none. */
export function demandValue(demand: Demand): string {
  if (demand.sentenceId !== null) return `sentence:${demand.sentenceId}`;
  return demand.clause === null ? '' : `clause:${demand.clause}`;
}

/** The same as the register wants it. */
export function demandOf(value: string): Demand {
  const [kind = '', name = ''] = value.split(':');
  return {
    clause: kind === 'clause' ? name : null,
    sentenceId: kind === 'sentence' ? (name as Id<'Sentence'>) : null, // from the list of demands
  };
}

/** A clause of the policy or a sentence of a document in force, found by its words. */
export function DemandField({ value, onChange, chosen, ...words }: DemandFieldProps) {
  const { demand: texts } = useTexts(deviationPagesTexts);
  const [option, setOption] = useState<Option | null>(chosen ?? null);
  const clauses = useView('clauses.list', { isOfNow: true }).data?.items ?? [];
  const search = async (text: string) => {
    const wanted = text.toLocaleLowerCase('sv');
    const query = text === '' ? {} : { text };
    const { items } = await ask('deviation.demands', { query });
    const ofClauses = clauses
      .filter(({ number, title }) => `${number} ${title}`.toLocaleLowerCase('sv').includes(wanted))
      .slice(0, 20)
      .map(({ number, title }) => ({
        value: `clause:${number}`,
        label: `${number} ${title}`,
        hint: texts.clause,
      }));
    const ofTexts = items.flatMap(({ sentenceId, text: words, document }) =>
      sentenceId === null || words === null
        ? []
        : [{ value: `sentence:${sentenceId}`, label: words, hint: document ?? '' }],
    );
    return [...ofClauses, ...ofTexts];
  };
  const choose = (next: Option | null) => {
    setOption(next);
    onChange(next?.value ?? '');
  };
  return <ComboBox {...words} value={value === '' ? null : option} onChange={choose} search={search} />;
}

/** A demand chosen already, as the field shows it. */
export function useDemandOption(demand: ShownDemand | null): Option | undefined {
  const clauses = useView('clauses.list', { isOfNow: true }).data?.items ?? [];
  if (demand === null) return undefined;
  const { clause, sentenceId, text } = demand;
  if (sentenceId !== null) return { value: `sentence:${sentenceId}`, label: text ?? '' };
  const title = clauses.find((one) => one.number === clause)?.title ?? '';
  return clause === null ? undefined : { value: `clause:${clause}`, label: `${clause} ${title}`.trim() };
}

/** A demand on a record's page: the sentence and its document, or the clause as a link. */
export function ShownDemandLine({ demand }: { readonly demand: ShownDemand | null }) {
  const texts = useTexts(deviationPagesTexts).demand;
  const option = useDemandOption(demand);
  if (demand === null) return texts.none;
  if (demand.sentenceId !== null)
    return (
      <>
        <q lang="sv">{demand.text}</q> ({demand.document})
      </>
    );
  return <Link to={`/krav/${demand.clause ?? ''}`}>{option?.label ?? demand.clause}</Link>;
}
