import { recall, remember } from "../dashboard/ui/tab-memory";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** Per field what the page had and what was typed; `revision`: which state of things that was. */
type Kept = { fields: Record<string, { had: string; typed: string }>; revision: string | null; isSent: boolean };

/**
 * What was typed into a `KeptForm` and not sent outlives the page, in this tab only. A field that somebody else changed
 * in the meantime keeps what was typed only where a revision lets the server notice; else theirs is shown.
 */
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-keep]")) {
  const restored = restore(form);
  showNote(form, restored);
  form.addEventListener("input", () => keep(form));
  form.addEventListener("submit", () => markSent(form));
  for (const drop of form.querySelectorAll("[data-drop]")) drop.addEventListener("click", () => discard(form));
}

/** Returns whether something typed stands in the form again. */
function restore(form: HTMLFormElement): boolean {
  const kept = read(form);
  const isBack = form.dataset.keep === "back";
  if (!kept || (kept.isSent && !isBack)) {
    write(form, null);
    return false;
  }
  if (isBack) {
    write(form, { ...kept, isSent: false });
    return false;
  }
  const revision = revisionOf(form);
  const fields: Kept["fields"] = {};
  for (const control of controlsOf(form)) {
    const field = kept.fields[keyOf(control)];
    if (!field || field.typed === initialOf(control)) continue;
    const isChangedElsewhere = field.had !== initialOf(control);
    if (isChangedElsewhere && !revision) continue;
    if (isChangedElsewhere && revision && kept.revision) revision.value = kept.revision;
    set(control, field.typed);
    control.closest("details")?.setAttribute("open", "");
    fields[keyOf(control)] = field;
  }
  return write(form, { ...kept, fields });
}

function keep(form: HTMLFormElement): void {
  const before = read(form);
  const fields: Kept["fields"] = {};
  for (const control of controlsOf(form)) {
    const key = keyOf(control);
    const had = before?.fields[key]?.had ?? initialOf(control);
    if (currentOf(control) !== had) fields[key] = { had, typed: currentOf(control) };
  }
  const revision = before?.revision ?? revisionOf(form)?.value ?? null;
  write(form, { fields, revision, isSent: false });
}

/** Kept until the next page shows that it was taken: one that comes back with a mistake is not saved yet. */
function markSent(form: HTMLFormElement): void {
  const kept = read(form);
  if (kept) write(form, { ...kept, isSent: true });
}

function discard(form: HTMLFormElement): void {
  write(form, null);
  form.reset();
  showNote(form, false);
}

function showNote(form: HTMLFormElement, isShown: boolean): void {
  const note = form.querySelector<HTMLElement>("[data-kept-note]");
  if (note) note.hidden = !isShown;
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter((element) => isControl(element));
}

function isControl(element: Element): element is Control {
  if (element instanceof HTMLInputElement) return !/^(?:hidden|password|file|submit)$/.test(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

function revisionOf(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>("input[type=hidden][name=revision]");
}

function isTick(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");
}

function keyOf(control: Control): string {
  return isTick(control) ? `${control.name}=${control.value}` : control.name;
}

function currentOf(control: Control): string {
  return isTick(control) ? String(control.checked) : control.value;
}

function initialOf(control: Control): string {
  if (isTick(control)) return String(control.defaultChecked);
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  return ([...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0])?.value ?? "";
}

function set(control: Control, value: string): void {
  if (isTick(control)) control.checked = value === "true";
  else control.value = value;
}

function memoryKey(form: HTMLFormElement): string {
  return `autoleads-form:${form.getAttribute("action")}`;
}

/** Returns whether there is something to keep. */
function write(form: HTMLFormElement, kept: Kept | null): boolean {
  const hasAny = kept !== null && Object.keys(kept.fields).length > 0;
  remember(memoryKey(form), hasAny ? JSON.stringify(kept) : "");
  return hasAny;
}

function read(form: HTMLFormElement): Kept | null {
  return JSON.parse(recall(memoryKey(form)) ?? "null");
}
