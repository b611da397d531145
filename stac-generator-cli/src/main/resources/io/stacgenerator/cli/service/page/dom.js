// Elements, whose text is never taken for HTML.

export const at = id => document.getElementById(id);

export function element(name, members = {}, ...children) {
  const made = Object.assign(document.createElement(name), members);
  made.append(...children.filter(child => child !== undefined && child !== ''));
  return made;
}
