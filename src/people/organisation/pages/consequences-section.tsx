import type { ReactNode } from 'react';
import { formatLongDate } from '../../../kernel/format.ts';
import type { Office } from '../../../kernel/offices.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { officeTexts } from '../../offices.texts.ts';
import { officeName } from '../../pages/office-words.ts';
import { reorganiseTexts } from './pages.texts.ts';

type Preview = ViewMap['unit.preview']['answer'];

/** What a plan leads to: first what somebody must mend afterwards, then what changes. */
export function ConsequencesList({ preview }: { readonly preview: Preview }) {
  const texts = useTexts(reorganiseTexts);
  const { ownerless, withoutManager, changesOwner } = preview;
  const isFine = ownerless.count === 0 && withoutManager.length === 0;
  return (
    <div className="org-effects">
      {isFine ? <Notice kind="success">{texts.fine}</Notice> : null}
      {ownerless.count === 0 ? null : (
        <Notice kind="warning" title={texts.ownerless(ownerless.count)}>
          <p>{texts.ownerlessText}</p>
          <Information concern={ownerless} />
        </Notice>
      )}
      {withoutManager.length === 0 ? null : (
        <Notice kind="warning" title={texts.withoutManager(withoutManager.length)}>
          <p>{texts.withoutManagerText}</p>
          <Names names={withoutManager} />
        </Notice>
      )}
      <Changes preview={preview} />
      {changesOwner.count === 0 ? null : (
        <Part title={texts.changesOwner(changesOwner.count)}>
          <Information concern={changesOwner} />
        </Part>
      )}
    </div>
  );
}

function Changes({ preview }: { readonly preview: Preview }) {
  const texts = useTexts(reorganiseTexts);
  const offices = useTexts(officeTexts);
  const { ended, created, moved, appointments } = preview;
  const made = created.map((one) => texts.createdUnder(one.name, one.under ?? texts.top));
  const placed = moved.map((one) => texts.movedFromTo(one.name, one.from ?? texts.top, one.to ?? texts.top));
  const held = appointments.map((one) => {
    // The office is one of the closed list; the view names it as it is stored.
    const office = officeName(offices, { office: one.office as Office, deputy: one.deputy });
    return texts.appointment(one.personName, office.toLowerCase(), one.unitName);
  });
  return (
    <>
      {ended.length === 0 ? null : (
        <Part title={texts.ended(ended.length)}>
          <ul>
            {ended.map((one) => (
              <Ended key={one.id} unit={one} />
            ))}
          </ul>
        </Part>
      )}
      {made.length === 0 ? null : (
        <Part title={texts.created(made.length)}>
          <Names names={made} />
        </Part>
      )}
      {placed.length === 0 ? null : (
        <Part title={texts.moved(placed.length)}>
          <Names names={placed} />
        </Part>
      )}
      {held.length === 0 ? null : (
        <Part title={texts.appointments(held.length)}>
          <Names names={held} />
        </Part>
      )}
    </>
  );
}

/** A unit that ends, and what of it goes where. */
function Ended({ unit }: { readonly unit: Preview['ended'][number] }) {
  const texts = useTexts(reorganiseTexts);
  const language = useLanguage();
  const rows = [
    { words: texts.held.persons(unit.persons.count), ...unit.persons },
    { words: texts.held.information(unit.information.count), ...unit.information },
    { words: texts.held.systems(unit.systems.count), ...unit.systems },
  ].filter((row) => row.count > 0);
  return (
    <li>
      <p>{texts.endedOn(unit.name, formatLongDate(unit.lastDay, language))}.</p>
      {rows.length === 0 || unit.recordsTo === null ? (
        <p className="soft">{texts.nothingGoes}</p>
      ) : (
        <>
          <p>{texts.goes(unit.recordsTo)}</p>
          <ul>
            {rows.map((row) => (
              <li key={row.words}>
                {row.words}: {row.names.join(', ')}
                {row.count > row.names.length ? ` ${texts.andMore(row.count - row.names.length)}` : ''}
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
}

function Information({ concern }: { readonly concern: Preview['ownerless'] }) {
  const texts = useTexts(reorganiseTexts);
  return (
    <ul>
      {concern.rows.map((row) => (
        <li key={row.id}>
          <Link to={`/register/information/${row.id}`}>{row.name}</Link>
        </li>
      ))}
      {concern.count > concern.rows.length ? (
        <li>{texts.andMore(concern.count - concern.rows.length)}</li>
      ) : null}
    </ul>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h3>{title}</h3>
      {children}
    </div>
  );
}
