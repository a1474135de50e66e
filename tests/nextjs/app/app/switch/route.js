import { refreshSession } from '@workos-inc/authkit-nextjs';

export async function POST(request) {
  const { organizationId } = await refreshSession({ organizationId: await request.text() });
  return Response.json({ organization: organizationId });
}
