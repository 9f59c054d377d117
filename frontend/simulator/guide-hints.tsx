import type { FillTarget } from "./guide";
import { HINT_GROUPS, type HintGroup } from "./hints";

/** Examples for every role, folded away until asked for. */
export function HintList({ onFill }: { onFill: FillTarget }) {
  return HINT_GROUPS.map((group) => <Group key={group.role} group={group} onFill={onFill} />);
}

function Group({ group, onFill }: { group: HintGroup; onFill: FillTarget }) {
  const { role, title, intro, topics } = group;
  return (
    <details className="guide-group" data-role={role} name="contoh" open={role === "customer"}>
      <summary>
        <h3>{title}</h3>
      </summary>
      <p>{intro}</p>
      {topics.map(({ name, hints }) => (
        <section key={name}>
          <h4>{name}</h4>
          <ul>
            {hints.map(({ label, text }) => (
              <li key={label}>
                <button type="button" className="hint" onClick={() => onFill({ role }, { text })}>
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
