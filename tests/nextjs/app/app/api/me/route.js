import { withAuth } from '@workos-inc/authkit-nextjs';

export async function GET() {
  const { user, organizationId, sessionId } = await withAuth();
  if (!user) return Response.json({}, { status: 401 });
  return Response.json({ user: user.id, organization: organizationId ?? null, session: sessionId });
}
