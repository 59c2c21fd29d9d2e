// What a page that does not show what was waited for can say of itself: where
// it is, what it fetched, what broke as it began, whether the desk answers.
const SOON = 5000;
const soon = (promise) =>
  Promise.race([promise, new Promise((_, late) => setTimeout(() => late('no answer'), SOON))]);
const told = async (promise) => {
  try {
    return JSON.stringify(await soon(promise)) ?? 'well';
  } catch (trouble) {
    return `${trouble?.stack ?? JSON.stringify(trouble)} ${trouble}`;
  }
};
return (async () => {
  const main = document.querySelector('script[type=module]')?.src;
  const fetched = performance
    .getEntriesByType('resource')
    .map(({ name, responseStatus, decodedBodySize }) => `${name} ${responseStatus} ${decodedBodySize}`);
  return [
    `${document.URL} ${document.readyState} ${document.visibilityState}`,
    `markup: ${document.documentElement?.outerHTML.slice(0, 600)}`,
    `fetched: ${fetched.slice(0, 12).join('; ')}`,
    // A module is begun once; asked for again, it tells what stopped it.
    `begun: ${main ? await told(import(main).then(() => 'well')) : 'no script'}`,
    `desk: ${await told(window.__TAURI_INTERNALS__?.invoke('desk_status', { request: null }).then((said) => said.state))}`,
  ].join('\n');
})();
