import { forgetOthers, recall, remember } from "../dashboard/ui/tab-memory";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** Per field what the page had and what was typed; `hidden`: what the page said of itself then, by name. */
type Kept = {
  fields: Record<string, { had: string; typed: string }>;
  hidden: Record<string, string>;
  isSent: boolean;
};

/** `revision`: which state of things was changed; `carId`: which car is to be, so that a second try adds no second one. */
const HIDDEN = "input[type=hidden][name=revision], input[type=hidden][name=carId]";

forgetOthers();
forgetTaken();

/**
 * What was typed into a `KeptForm` outlives the page until it is taken, in this tab and for this user only. A field that
 * somebody else changed in the meantime keeps what was typed only where a revision lets the server notice; else theirs is
 * shown.
 */
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-keep]")) {
  for (const input of hiddenOf(form)) input.dataset.own = input.value;
  const restored = restore(form);
  showNote(form, restored);
  form.addEventListener("input", () => keep(form));
  form.addEventListener("submit", () => markSent(form));
  for (const drop of form.querySelectorAll("[data-drop]")) drop.addEventListener("click", () => discard(form));
}

/** The page names the form it is the answer to: only that shows that what was sent has arrived. */
function forgetTaken(): void {
  const path = document.querySelector<HTMLElement>("[data-took]")?.dataset.took;
  if (path && readAt(path)?.isSent) remember(memoryKey(path), "");
}

/** Returns whether something typed stands in the form again. */
function restore(form: HTMLFormElement): boolean {
  const kept = read(form);
  if (!kept) return false;
  if (form.dataset.keep === "back") {
    write(form, { ...kept, isSent: false });
    return false;
  }
  const { revision, carId } = Object.fromEntries(hiddenOf(form).map((input) => [input.name, input]));
  const fields: Kept["fields"] = {};
  for (const control of controlsOf(form)) {
    const field = kept.fields[keyOf(control)];
    if (!field || field.typed === initialOf(control)) continue;
    const isChangedElsewhere = field.had !== initialOf(control);
    if (isChangedElsewhere && !revision) continue;
    if (isChangedElsewhere && revision) revision.value = kept.hidden.revision ?? revision.value;
    if (carId) carId.value = kept.hidden.carId ?? carId.value;
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
  const hidden = before?.hidden ?? Object.fromEntries(hiddenOf(form).map(({ name, value }) => [name, value]));
  write(form, { fields, hidden, isSent: false });
}

/** On its way, which is not there yet: there may be no signal, a fault, or a mistake in it. */
function markSent(form: HTMLFormElement): void {
  const kept = read(form);
  if (kept) write(form, { ...kept, isSent: true });
}

function discard(form: HTMLFormElement): void {
  write(form, null);
  form.reset();
  // A hidden field is its own attribute: a reset does not bring it back.
  for (const input of hiddenOf(form)) input.value = input.dataset.own ?? input.value;
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

function hiddenOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(HIDDEN)];
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

function pathOf(form: HTMLFormElement): string {
  return new URL(form.getAttribute("action") ?? "", location.href).pathname;
}

function memoryKey(path: string): string {
  return `form:${path}`;
}

/** Returns whether there is something to keep. */
function write(form: HTMLFormElement, kept: Kept | null): boolean {
  const hasAny = kept !== null && Object.keys(kept.fields).length > 0;
  remember(memoryKey(pathOf(form)), hasAny ? JSON.stringify(kept) : "");
  return hasAny;
}

function read(form: HTMLFormElement): Kept | null {
  return readAt(pathOf(form));
}

function readAt(path: string): Kept | null {
  return JSON.parse(recall(memoryKey(path)) ?? "null");
}
