import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import type { LeavingProps } from '../../../../ui/routing.ts';
import { leftBy, type Unsent, unsentOf } from './belongings.ts';
import { forgetDraft, outgoing, readDraft, settleOutgoing } from './kept.ts';
import { sendOne } from './sending.ts';
import { useReportTexts } from './use-report.ts';
import '../../../../ui/form.css';

/** How long whoever signs out waits for her reports to be sent (ms) before she is asked what is to become of them. */
const patience = 8000;

/**
 * Before somebody signs out: her reports are sent, and what cannot be is not lost without her word. Then her draft, her reports and
 * their codes are gone from the device.
 */
export default function Leaving({ personId, onLeave, onStay }: LeavingProps) {
  const { texts } = useReportTexts();
  const { device } = texts;
  const [unsent, setUnsent] = useState<Unsent>();
  const leave = async (keeps: boolean) => {
    await forgetOwn(personId, keeps);
    onLeave();
  };
  const look = async () => {
    await Promise.race([sendOwn(personId), waited(patience)]);
    const found = unsentOf(personId, await outgoing(), await readDraft());
    if (found.named + found.unnamed > 0 || found.hasDraft) setUnsent(found);
    else await leave(true);
  };
  // Once, when she has said that she wants to leave.
  const begin = useRef(look);
  useEffect(() => void begin.current(), []);
  if (unsent === undefined) return null;
  const { named, unnamed, hasDraft } = unsent;
  return (
    <Dialog title={device.leaving} isOpen onClose={onStay}>
      {named === 0 ? null : <p>{device.named(named)}</p>}
      {unnamed === 0 ? null : <p>{device.unnamed(unnamed)}</p>}
      {hasDraft ? <p>{device.draft}</p> : null}
      <div className="form-actions">
        <Button look="primary" onClick={onStay}>
          {device.stay}
        </Button>
        {named === 0 ? null : <Button onClick={() => void leave(true)}>{device.leaveUnnamed}</Button>}
        <Button look="danger" onClick={() => void leave(named === 0)}>
          {named === 0 ? device.leave : device.leaveThrowing}
        </Button>
      </div>
    </Dialog>
  );
}

async function sendOwn(personId: string): Promise<void> {
  for (const one of await outgoing()) if (one.owner === personId && one.refused === null) await sendOne(one);
}

async function forgetOwn(personId: string, keeps: boolean): Promise<void> {
  await settleOutgoing((one) => leftBy(one, personId, keeps));
  if ((await readDraft()).owner === personId) await forgetDraft();
}

function waited(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
