// An application with authkit-js. It renders the session, and has a button for each action.
import { createClient, getClaims } from '@workos-inc/authkit-js';
import { actions, element, settings } from './shared.mjs';

const client = await createClient(settings.clientId, {
  ...settings.options,
  onRefresh: () => render(),
  onRefreshFailure: () => render('The refresh failed.'),
});

async function render(notice = '') {
  const user = client?.getUser();
  const claims = user ? getClaims(await client.getAccessToken()) : {};
  element('heading').textContent = user ? `Hello, ${user.email}` : 'Signed out';
  element('organization').textContent = claims.org_id ?? '';
  element('issued').textContent = claims.iat ?? '';
  element('notice').textContent = notice;
}

actions({
  'Sign in': () => client.signIn({ state: { from: location.pathname } }),
  'Sign up': () => client.signUp(),
  Refresh: () => client.getAccessToken({ forceRefresh: true }).then(() => render()),
  'Switch organization': () => client.switchToOrganization({ organizationId: element('target').value }).then(() => render()),
  'Sign out': () => client.signOut({ returnTo: `${location.origin}/bye` }),
  'Sign out here': () => client.signOut({ navigate: false }).then(() => render()),
}, (error) => render(error.name));
await render();
document.body.dataset.ready = 'true';
