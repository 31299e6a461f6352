import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { CancelPayment, ChangePayment, PaymentQueries, RecordPayment } from '@maillage/features/money';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { CancelPaymentDto, ChangePaymentDto, PaymentsPageDto, RecordPaymentDto } from './payment.dto';

/** What the caisse pays on the contract: expected and received. */
@Controller('money/payments')
export class PaymentController {
  constructor(
    private readonly queries: PaymentQueries,
    private readonly recordPayment: RecordPayment,
    private readonly changePayment: ChangePayment,
    private readonly cancelPayment: CancelPayment,
  ) {}

  /** The lines of every contract year with their formula, what came in, what is owed today. */
  @Get()
  @Right('money.read')
  payments(@CurrentActor() actor: Actor): Promise<PaymentsPageDto> {
    return this.queries.payments(actor);
  }

  /** Records an amount received and the lines it pays. Sent twice with the same id, it is recorded once. */
  @Post()
  @HttpCode(200)
  @Right('money.write')
  record(@CurrentActor() actor: Actor, @Body() input: RecordPaymentDto): Promise<PaymentsPageDto> {
    return this.recordPayment.execute(actor, input);
  }

  /** Corrects it; 409 with what is there when it was changed meanwhile. */
  @Put(':paymentId')
  @Right('money.write')
  change(@CurrentActor() actor: Actor, @Param('paymentId', IdPipe) id: string, @Body() input: ChangePaymentDto): Promise<PaymentsPageDto> {
    return this.changePayment.execute(actor, id, input);
  }

  /** Cancels it: it leaves every sum and stays in the list with the reason. */
  @Post(':paymentId/cancellation')
  @HttpCode(200)
  @Right('money.write')
  cancel(@CurrentActor() actor: Actor, @Param('paymentId', IdPipe) id: string, @Body() input: CancelPaymentDto): Promise<PaymentsPageDto> {
    return this.cancelPayment.execute(actor, id, input);
  }
}
