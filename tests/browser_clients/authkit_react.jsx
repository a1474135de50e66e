// The application of authkit_js.mjs with authkit-react.
import { AuthKitProvider, getClaims, useAuth } from '@workos-inc/authkit-react';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { actions, element, settings } from './shared.mjs';

let auth;
let notice = '';

function Session() {
  auth = useAuth();
  const [claims, setClaims] = useState({});
  const [, update] = useState(0);
  useEffect(() => {
    if (!auth.isLoading && auth.user) auth.getAccessToken().then((token) => setClaims(getClaims(token)));
    if (!auth.isLoading) document.body.dataset.ready = 'true';
  });
  useEffect(() => {
    actions({
      'Sign in': () => auth.signIn({ state: { from: location.pathname } }),
      'Sign up': () => auth.signUp(),
      Refresh: () => auth.getAccessToken({ forceRefresh: true }).then((token) => setClaims(getClaims(token))),
      'Switch organization': () => auth.switchToOrganization({ organizationId: element('target').value }),
      'Sign out': () => auth.signOut({ returnTo: `${location.origin}/bye` }),
      'Sign out here': () => auth.signOut({ navigate: false }).then(() => location.reload()),
    }, (error) => { notice = error.name; update(Date.now()); });
  }, []);
  if (auth.isLoading) return <h1>Loading</h1>;
  return (
    <>
      <h1 id="heading">{auth.user ? `Hello, ${auth.user.email}` : 'Signed out'}</h1>
      <p id="organization">{(auth.user && auth.organizationId) ?? ''}</p>
      <p id="issued">{auth.user ? claims.iat : ''}</p>
      <p id="notice">{notice}</p>
    </>
  );
}

element('session').replaceChildren();
createRoot(element('session')).render(
  <AuthKitProvider
    clientId={settings.clientId}
    {...settings.options}
    onRefreshFailure={() => { notice = 'The refresh failed.'; }}
  >
    <Session />
  </AuthKitProvider>,
);
