// Finds what a person means by a place, among what a person can see.
const { kind, value, name } = arguments[0];

// Ant Design sets two characters of a button apart; blanks never distinguish.
const plain = (text) => (text ?? '').replace(/\s+/g, '');
const seen = (element) => {
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true });
};
const all = (selector) => [...document.querySelectorAll(selector)];
const marked = `[data-testid="${CSS.escape(value)}"]`;
const ownName = (element) => {
  const by = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const labels = [...by.map((id) => document.getElementById(id)), ...(element.labels ?? [])];
  const labelled = labels.map((label) => label?.textContent).join('');
  return plain(element.getAttribute('aria-label') ?? (labelled || element.textContent));
};

const byText = () => {
  const wanted = plain(value);
  const holds = (element) => plain(element.textContent).includes(wanted);
  return all('body *').filter(
    (element) =>
      !['SCRIPT', 'STYLE'].includes(element.tagName) &&
      holds(element) &&
      ![...element.children].some(holds),
  );
};

const NATIVE = {
  button: 'button',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  link: 'a[href]',
  textbox: 'input:not([type]), input[type=text], textarea',
  heading: 'h1, h2, h3, h4, h5, h6',
};
const byRole = () => {
  const selector = [`[role="${value}"]`, NATIVE[value]].filter(Boolean).join(', ');
  const found = all(selector);
  const exact = found.filter((element) => ownName(element) === plain(name));
  return exact.length ? exact : found.filter((element) => ownName(element).includes(plain(name)));
};

const byLabel = () => {
  const wanted = plain(value);
  const labels = all('label').filter((label) => plain(label.textContent) === wanted);
  const labelled = labels.map((label) => label.control).filter(Boolean);
  const named = all('input, textarea, select, [role=combobox]').filter(
    (element) =>
      plain(element.getAttribute('aria-label')) === wanted ||
      plain(element.getAttribute('placeholder')) === wanted,
  );
  return [...new Set([...labelled, ...named])];
};

const FINDERS = {
  test_id: () => all(marked).filter(seen),
  text: () => byText().filter(seen),
  // A ticked box is drawn by its neighbours and itself invisible to the eye.
  role: () => byRole().filter((element) => element.tagName === 'INPUT' || seen(element)),
  field: () => byLabel().filter(seen),
  css: () => all(value).filter(seen),
  file_input: () => all(`${marked} input[type=file], input[type=file]${marked}`),
};
return FINDERS[kind]();
