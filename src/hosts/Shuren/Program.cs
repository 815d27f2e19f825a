using System.CommandLine;
using Shuren.Host.Commands;

// One executable, many verbs: each verb is a file in Commands/.
var root = new RootCommand("树人 Shuren: the year of an education bureau as one loop. 教育局的一年，一个闭环。")
{
    ServeCommand.Create(),
    ReadCommand.Create(),
    BreakdownCommand.Create(),
    FormulaCommand.Create(),
    DistrictCommand.Create(),
    PlanCommand.Create(),
    ImportCommand.Create(),
    ImportCommand.History(),
    ExportCommand.Create(),
    UserCommand.Create(),
    DemoCommand.Create(),
    SnapshotCommand.Create(),
    CheckCommand.Create(),
    IndicatorCommand.Create(),
    MigrateCommand.Create(),
    AuditCommand.Create(),
    FilesCommand.Create(),
    SearchCommand.Create(),
    BackupCommand.Backup(),
    BackupCommand.Restore(),
    BackupCommand.Verify(),
    DrillCommand.Create(),
    DoctorCommand.Create(),
};
return await CommandLine.RunAsync(root, args);
