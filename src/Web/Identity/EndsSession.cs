using Actors.Core.Accounts;

namespace Actors.Web.Identity;

/// <summary>
/// Endpoint metadata: the endpoint may end the caller's session. A retry then has a valid token without a session and passes with a
/// <see cref="FormerCaller"/> instead of a <see cref="Caller"/>. The idempotency filter of the endpoint replays a stored response or refuses; it
/// never runs the handler.
/// </summary>
internal sealed record EndsSession;
