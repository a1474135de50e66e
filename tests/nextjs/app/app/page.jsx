import { withAuth } from '@workos-inc/authkit-nextjs';

export default async function Page() {
  const { user } = await withAuth();
  return <h1>{user ? `Hello, ${user.firstName}` : 'Welcome'}</h1>;
}
