export const settings = JSON.parse(document.querySelector('#settings').textContent);
export const element = (id) => document.querySelector(`#${id}`);

/** Add a button for each action. `fail` is called with the error of an action that fails. */
export function actions(byName, fail) {
  element('actions').replaceChildren();
  for (const [name, run] of Object.entries(byName)) {
    const button = document.createElement('button');
    button.textContent = name;
    button.onclick = async () => {
      try {
        await run();
      } catch (error) {
        fail(error);
      }
    };
    element('actions').append(button);
  }
}
