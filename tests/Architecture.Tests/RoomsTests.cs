using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Host;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Testing;

namespace Shuren.Architecture.Tests;

/// <summary>The walls between rooms.</summary>
public class RoomsTests
{
    private static readonly string[] Engines = ["PlanText", "Documents", "Formulas"];

    public static TheoryData<string> Modules => [.. House.Modules.Select(module => module.Name)];

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_room_never_refers_to_another_room(string name)
    {
        var module = Module(name);
        var others = House.Modules.Where(other => other.Name != name).Select(other => other.GetType().Assembly.GetName().Name);

        Assert.Empty(Wall.AssembliesUsedBy(module.GetType().Assembly).Intersect(others));
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_room_asks_only_rooms_on_lower_floors(string name)
    {
        var module = Module(name);
        var floors = HousePlan.Floors();

        var asked = Wall.NamespacesUsedBy(module.GetType().Assembly)
            .Where(used => used.StartsWith("Shuren.Contracts.", StringComparison.Ordinal)).Select(used => used.Split('.')[2]);

        Assert.All(asked, room => Assert.True(string.Equals(room, name, StringComparison.OrdinalIgnoreCase) || floors[room] < module.Floor, $"{name} asks {room}"));
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void The_floor_is_the_one_that_the_house_plan_draws(string name)
    {
        var module = Module(name);

        var drawn = HousePlan.Floors().Single(room => string.Equals(room.Key, name, StringComparison.OrdinalIgnoreCase));

        Assert.Equal(drawn.Value, module.Floor);
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Only_the_front_door_the_pages_and_the_forms_are_public(string name)
    {
        var open = Module(name).GetType().Assembly.GetExportedTypes().Where(type => !IsDoor(type)).Select(type => type.FullName);

        Assert.Empty(open);
    }

    [Theory]
    [InlineData("Kernel")]
    [InlineData("PlanText", "AngleSharp")]
    [InlineData("Documents", "CsvHelper", "DocumentFormat.OpenXml", "ExcelDataReader")]
    [InlineData("Formulas")]
    public void An_engine_leans_on_the_base_library_and_its_one_reason(string assembly, params string[] reasons)
    {
        var used = Wall.AssembliesUsedBy(Assembly.Load("Shuren." + assembly));

        Assert.Empty(used.Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("System" or "netstandard" or "Microsoft.Win32.Primitives") && !reasons.Contains(name)));
    }

    [Fact]
    public async Task Tables_carry_the_name_of_their_room_and_no_key_crosses()
    {
        await using var house = await TestHouse.NewAsync(TestDatabase.Sqlite);
        await using var scope = house.Enter();
        var model = scope.ServiceProvider.GetRequiredService<ShurenDb>().Model;

        Assert.All(model.GetEntityTypes(), entity =>
        {
            var room = RoomOf(entity.ClrType);
            Assert.StartsWith(room + "_", entity.GetTableName(), StringComparison.Ordinal);
            Assert.All(entity.GetForeignKeys(), key => Assert.Equal(room, RoomOf(key.PrincipalEntityType.ClrType)));
        });
    }

    [Fact]
    public async Task Every_column_is_a_property_of_its_row_so_that_a_backup_can_read_it()
    {
        await using var house = await TestHouse.NewAsync(TestDatabase.Sqlite);
        await using var scope = house.Enter();

        var hidden = scope.ServiceProvider.GetRequiredService<ShurenDb>().Model.GetEntityTypes()
            .SelectMany(entity => entity.GetProperties()).Where(property => property.IsShadowProperty());

        Assert.Empty(hidden);
    }

    [Fact]
    public async Task Every_entity_stands_in_the_glossary()
    {
        await using var house = await TestHouse.NewAsync(TestDatabase.Sqlite);
        await using var scope = house.Enter();
        var glossary = Repository.Read("docs/glossary.md");

        var missing = scope.ServiceProvider.GetRequiredService<ShurenDb>().Model.GetEntityTypes().Select(entity => entity.ClrType.Name)
            .Where(noun => !Regex.IsMatch(glossary, $@"\b{noun}\b"));

        Assert.Empty(missing);
    }

    [Fact]
    public void Engines_are_named_in_this_test()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src/engines")).Select(Path.GetFileName).Where(folder => folder is not ("bin" or "obj"));

        Assert.Equal(Engines.Order(), folders.Order());
    }

    private static IModule Module(string name) => House.Modules.Single(module => module.Name == name);

    private static bool IsDoor(Type type) =>
        type.IsAssignableTo(typeof(IModule)) || type.IsAssignableTo(typeof(ComponentBase)) || type.Name.EndsWith("Form", StringComparison.Ordinal)
        || type.Name.EndsWith("Rights", StringComparison.Ordinal) || type.Name == "_Imports" || type.DeclaringType?.IsAssignableTo(typeof(ComponentBase)) == true;

    private static string RoomOf(Type type) => type.Assembly.GetName().Name!.Split('.')[1].ToLowerInvariant();
}
