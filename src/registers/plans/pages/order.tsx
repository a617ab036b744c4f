import { useState } from 'react';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { ask } from '../../../ui/client.ts';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import type { Option } from '../../../ui/select.tsx';
import { ActProblem, isShown } from '../../information/pages/act-problem.tsx';
import { planPagesTexts } from './pages.texts.ts';
import './plans.css';
import '../../../ui/form.css';

type Order = ViewMap['restorationOrder.order']['answer'];
interface Placed {
  readonly key: string;
  readonly name: string;
}

/** In which order systems and activities are restored, set by moving them up and down. */
export default function OrderPage() {
  const { order: texts, list } = useTexts(planPagesTexts);
  const view = useView('restorationOrder.order');
  return (
    <Page title={texts.title} lead={texts.lead} breadcrumbs={[{ label: list.title, to: '/planer' }]}>
      <Loaded view={view}>
        {(order) =>
          order.may.set.allowed ? <Editor key={order.version} order={order} /> : <Shown order={order} />
        }
      </Loaded>
    </Page>
  );
}

function Shown({ order }: { readonly order: Order }) {
  const texts = useTexts(planPagesTexts).order;
  return (
    <div className="stack">
      <Notice>{texts.forbidden}</Notice>
      {order.items.length === 0 ? <p>{texts.none}</p> : null}
      <ol className="plan-order">
        {order.items.map(({ key, name }) => (
          <li key={key}>{name}</li>
        ))}
      </ol>
    </div>
  );
}

function Editor({ order }: { readonly order: Order }) {
  const { order: texts, write: words } = useTexts(planPagesTexts);
  const set = useAct('restorationOrder.set');
  const [rows, setRows] = useState<readonly Placed[]>(order.items);
  const [said, setSaid] = useState('');
  const isChanged = rows.map((row) => row.key).join() !== order.items.map((row) => row.key).join();
  const move = (at: number, by: number) => {
    const row = rows[at];
    if (row === undefined) return;
    const others = rows.filter((_, place) => place !== at);
    setRows([...others.slice(0, at + by), row, ...others.slice(at + by)]);
    setSaid(words.moved(row.name, String(at + by + 1)));
  };
  const add = (key: string, name: string) => {
    if (!rows.some((row) => row.key === key)) setRows([...rows, { key, name }]);
  };
  const save = () =>
    set
      .run({ input: { places: rows.map((row) => row.key), seen: order.version } })
      .then(() => setSaid(texts.saved))
      .catch(isShown);
  return (
    <div className="stack">
      <ActProblem problem={set.problem} />
      {rows.length === 0 ? <p>{texts.none}</p> : null}
      <ol className="plan-order">
        {rows.map(({ key, name }, at) => (
          <li key={key}>
            <span className="row">
              <span>{name}</span>
              {at === 0 ? null : (
                <Button size="small" look="quiet" onClick={() => move(at, -1)}>
                  {words.up}
                  <span className="visually-hidden"> {name}</span>
                </Button>
              )}
              {at === rows.length - 1 ? null : (
                <Button size="small" look="quiet" onClick={() => move(at, 1)}>
                  {words.down}
                  <span className="visually-hidden"> {name}</span>
                </Button>
              )}
              <Button
                size="small"
                look="quiet"
                onClick={() => setRows(rows.filter((row) => row.key !== key))}
              >
                {words.remove}
                <span className="visually-hidden"> {name}</span>
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <AddPlace onAdd={add} count={rows.length} />
      {isChanged ? <p>{texts.unsaved}</p> : null}
      <div>
        <Button look="primary" isBusy={set.isRunning} onClick={() => void save()}>
          {texts.save}
        </Button>
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

interface AddPlaceProps {
  readonly onAdd: (key: string, name: string) => void;
  /** Empties the fields when a place has been added. */
  readonly count: number;
}

function AddPlace({ onAdd, count }: AddPlaceProps) {
  const texts = useTexts(planPagesTexts).order;
  const add = (kind: 'system' | 'unit') => (option: Option | null) => {
    if (option !== null) onAdd(`${kind}:${option.value}`, option.label);
  };
  return (
    <div className="form">
      <ComboBox
        key={`system ${count}`}
        label={texts.addSystem}
        isOptional
        value={null}
        onChange={add('system')}
        search={findSystems}
      />
      <ComboBox
        key={`unit ${count}`}
        label={texts.addUnit}
        isOptional
        value={null}
        onChange={add('unit')}
        search={findUnits}
      />
    </div>
  );
}

async function findSystems(text: string, signal: AbortSignal): Promise<readonly Option[]> {
  const { items } = await ask('system.choices', { signal });
  const wanted = text.toLocaleLowerCase('sv');
  return items
    .filter(({ name }) => name.toLocaleLowerCase('sv').includes(wanted))
    .map(({ id, name, unitName }) => ({ value: id, label: name, hint: unitName }));
}

async function findUnits(text: string, signal: AbortSignal): Promise<readonly Option[]> {
  const { items } = await ask('unit.list', { query: text === '' ? {} : { search: text }, signal });
  return items.map(({ id, name }) => ({ value: id, label: name }));
}
