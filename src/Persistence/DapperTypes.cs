using System.Data;
using System.Globalization;
using Dapper;

namespace Actors.Persistence;

/// <summary>
/// Unifies the types of both drivers: snake_case columns, UUIDs as text, instants as Unix milliseconds, and SQLite's 0 and 1 as booleans.
/// </summary>
internal static class DapperTypes
{
    private static readonly Lazy<bool> s_registered = new(RegisterOnce);

    public static void Register() => _ = s_registered.Value;

    private static bool RegisterOnce()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(Guid?));
        SqlMapper.AddTypeHandler(new Instants());
        SqlMapper.AddTypeHandler(new Uuids());
        SqlMapper.AddTypeHandler(new Booleans());
        SqlMapper.AddTypeHandler(new Integers());
        return true;
    }

    private sealed class Instants : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) =>
            DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(value, CultureInfo.InvariantCulture));

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = value.ToUnixTimeMilliseconds();
        }
    }

    private sealed class Uuids : SqlMapper.TypeHandler<Guid>
    {
        public override Guid Parse(object value) => Guid.Parse((string)value);

        public override void SetValue(IDbDataParameter parameter, Guid value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value.ToString();
        }
    }

    private sealed class Booleans : SqlMapper.TypeHandler<bool>
    {
        public override bool Parse(object value) => Convert.ToBoolean(value, CultureInfo.InvariantCulture);

        public override void SetValue(IDbDataParameter parameter, bool value) => parameter.Value = value;
    }

    private sealed class Integers : SqlMapper.TypeHandler<int>
    {
        public override int Parse(object value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);

        public override void SetValue(IDbDataParameter parameter, int value) => parameter.Value = value;
    }
}
