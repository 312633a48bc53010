import { markup, type Html } from '../../documents';
import { STAFF_ROLES, type StaffMember, type StaffRole, type StaffWithPassword } from '../../pool';
import { dayOf } from '../dates';
import { formStart } from '../layout';
import type { Page, View, Visit } from '../types';
import { named } from '../words';

/** Who may sign in. A new password is shown once, to the administrator who made it. */
export const staff: View = {
  get: (visit) => show(visit),
  async post(visit) {
    const { pool, request, member } = visit;
    const { form } = request;
    const role = form.role as StaffRole;
    if (form.step === 'add') {
      const { login = '', name = '' } = form;
      return show(visit, await pool.staff.add({ login, name, role, by: member.name }));
    }
    const changed = await pool.staff.change(form.id ?? '', {
      ...{ by: member.name, role, disabled: form.disabled === 'yes', newPassword: form.renew === 'yes' },
    });
    return changed.password ? show(visit, changed) : { to: { view: 'staff', done: 'staff' } };
  },
};

async function show(visit: Visit, made?: StaffWithPassword): Promise<Page> {
  const { pool, w } = visit;
  const people = await pool.staff.list();
  return {
    title: w.staff.title,
    notice: made?.password ? { text: w.staff.made(made.name, made.password) } : undefined,
    body: markup`<main id="content"><h1>${w.staff.title}</h1><p class="muted">${w.staff.rolesHint}</p>
      <section><ul class="plain">${people.map((one) => personHtml(visit, one))}</ul></section>
      <section><h2>${w.staff.add}</h2>${formStart(visit, { view: 'staff' })}<input type="hidden" name="step" value="add" />
        <p class="field"><label for="name">${w.staff.name}</label><input id="name" name="name" required maxlength="200" autocomplete="off" /></p>
        <p class="field"><label for="login">${w.login}</label><input id="login" name="login" required minlength="3" maxlength="200" autocomplete="off" autocapitalize="none" /></p>
        ${roleField(visit, 'new', 'recruiter')}
        <p class="buttons"><button type="submit" class="main">${w.staff.addGo}</button></p></form></section></main>`,
  };
}

function roleField({ w }: Visit, id: string, chosen: StaffRole): Html {
  return markup`<p class="field"><label for="role-${id}">${w.staff.role}</label><select id="role-${id}" name="role">${STAFF_ROLES.map(
    (role) =>
      markup`<option value="${role}"${role === chosen ? markup` selected` : markup``}>${named(w.roles, role)}</option>`,
  )}</select></p>`;
}

function personHtml(visit: Visit, one: StaffMember): Html {
  const { w, locale } = visit;
  const { staffId: id, name, login, role, disabled, lockedUntil, signedInAt } = one;
  const locked = lockedUntil !== null && new Date(lockedUntil) > new Date();
  const facts = [
    ...[login, named(w.roles, role), disabled && w.staff.disabled, locked && w.staff.locked],
    signedInAt ? w.staff.last(dayOf(signedInAt, locale)) : w.staff.never,
  ].filter(Boolean);
  const check = (key: string, label: string, on: boolean) =>
    markup`<p class="field check"><input type="checkbox" id="${key}-${id}" name="${key}" value="yes"${on ? markup` checked` : markup``} /><label for="${key}-${id}">${label}</label></p>`;
  return markup`<li><h2>${name}</h2><p class="muted small">${facts.join(' · ')}</p>
    <details><summary aria-label="${w.staff.change} : ${name}">${w.staff.change}</summary>${formStart(visit, { view: 'staff' })}<input type="hidden" name="id" value="${id}" />
      ${roleField(visit, id, role)}${check('disabled', w.staff.disable, disabled)}${check('renew', w.staff.renew, false)}
      <p class="buttons"><button type="submit">${w.staff.changeGo}</button></p></form></details></li>`;
}
